package org.foramen.notifier.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.sending.attempt.Task;

/**
 * What makes a group of consumers.
 *
 * @param audiences whom it mails
 * @param tasks what a record asks it for
 * @param setAside what is done with a record that fails by itself; true when Kafka takes no dead letter for minutes
 * @param lost is told of the place of a record that Kafka cannot give back
 * @param owes whether it owes what no connection is free for, so that whoever asked is on the board within seconds
 * @param connections how many mails it hands over at once
 * @param poll how often it asks the ledger what is due
 */
record Group(
        String name,
        Set<Audience> audiences,
        Function<ConsumerRecord<String, byte[]>, List<Task.Fresh>> tasks,
        BiConsumer<ConsumerRecord<String, byte[]>, Boolean> setAside,
        Consumer<ConsumerRecord<String, byte[]>> lost,
        boolean owes,
        int connections,
        Duration poll) {}
