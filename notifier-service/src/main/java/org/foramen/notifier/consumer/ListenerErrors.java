package org.foramen.notifier.consumer;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.MailServerAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerPausingBackOffHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The circuit breaker. When a record cannot be handled now (no mail server, no ledger, no Kafka to write to), the
 * container pauses and goes on polling, so that Kafka does not take its partitions away; after a while the same record is
 * tried again, and when it passes the others follow. It is never given up.
 */
@Configuration(proxyBeanMethods = false)
class ListenerErrors {

    private static final Logger log = LoggerFactory.getLogger(ListenerErrors.class);

    @Bean
    CommonErrorHandler breaker(
            NotifierSettings settings, KafkaListenerEndpointRegistry containers, TaskScheduler taskScheduler) {
        ExponentialBackOff pauses = new ExponentialBackOff();
        pauses.setInitialInterval(settings.retry().serverFirst().toMillis());
        pauses.setMultiplier(2);
        pauses.setMaxInterval(settings.retry().serverLongest().toMillis());
        DefaultErrorHandler breaker = new DefaultErrorHandler(
                (record, e) -> {
                    throw new IllegalStateException("a record is never given up");
                },
                pauses,
                new ContainerPausingBackOffHandler(new ListenerContainerPauseService(containers, taskScheduler)));
        breaker.setClassifications(Map.of(), true);
        breaker.setLogLevel(KafkaException.Level.DEBUG);
        breaker.setRetryListeners(ListenerErrors::say);
        return breaker;
    }

    private static void say(ConsumerRecord<?, ?> record, @Nullable Exception e, int attempt) {
        log.warn("Partition {} waits at offset {} (try {}): {}", record.partition(), record.offset(), attempt, why(e));
    }

    /** The reason in our own words; other messages may quote what is in a record. */
    private static String why(@Nullable Throwable e) {
        if (e instanceof ListenerExecutionFailedException || e instanceof BatchListenerFailedException) {
            return why(e.getCause());
        }
        return e instanceof MailServerAway away
                ? String.valueOf(away.getMessage())
                : String.valueOf(e == null ? e : e.getClass().getSimpleName());
    }
}
