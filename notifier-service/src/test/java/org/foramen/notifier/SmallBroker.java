package org.foramen.notifier;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** A real broker in this process. Each topic has one partition, Kafka's own too: its usual fifty take longer than its start. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@EmbeddedKafka(partitions = 1, brokerProperties = "offsets.topic.num.partitions=1")
public @interface SmallBroker {}
