package org.foramen.intake.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.foramen.base.SettingRefused;
import org.foramen.intake.settings.IntakeSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Puts the spool and the producer together from the settings. */
@Configuration(proxyBeanMethods = false)
class Publishing {

    /** So often the spool's folder is looked at while nothing of ours waits there: people put files into it too. */
    private static final Duration FOR_WHAT_PEOPLE_PUT_THERE = Duration.ofSeconds(15);

    @Bean
    Spool spool(IntakeSettings settings, MeterRegistry metrics) {
        Spool spool = open(settings.data().resolve("spool"), settings.spool());
        Gauge.builder("foramen.spool.inquiries", spool, Spool::inquiries)
                .description("Inquiries on this machine's disk that Kafka does not have yet")
                .register(metrics);
        Gauge.builder("foramen.spool.unreadable", spool, Spool::unreadable)
                .description("Files of the spool that cannot be read: a person must look at them")
                .register(metrics);
        Gauge.builder("foramen.spool.size", spool, Spool::bytes)
                .baseUnit("bytes")
                .register(metrics);
        return spool;
    }

    @Bean
    SchedulingConfigurer carryOver(SpoolRelay relay, MeterRegistry metrics) {
        Gauge.builder("foramen.spool.refused", relay, SpoolRelay::refused)
                .description(
                        "Inquiries in the spool that Kafka did not take when it was asked last, and that wait behind the others")
                .register(metrics);
        return tasks -> tasks.addFixedDelayTask(relay::ask, FOR_WHAT_PEOPLE_PUT_THERE);
    }

    /** Down while an outage of Kafka would turn visitors away. */
    @Bean
    HealthIndicator spoolHealthIndicator(Keeping keeping) {
        return () -> health(keeping.inSpool());
    }

    /** Down while nothing can be kept, so that visitors are led to another intake. */
    @Bean
    HealthIndicator keepingHealthIndicator(Keeping keeping) {
        return () -> health(keeping.anywhere());
    }

    private static Health health(boolean well) {
        return well ? Health.up().build() : Health.down().build();
    }

    /** A send blocks no longer than a visitor may wait. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer deadline(IntakeSettings settings) {
        long deadline = settings.publishing().deadline().toMillis();
        return factory -> factory.updateConfigs(Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, deadline));
    }

    /** Whoever sends says what failed; Spring's own listener would print the record. */
    @Bean
    ProducerListener<Object, Object> failedSends() {
        return new ProducerListener<>() {};
    }

    private static Spool open(Path folder, IntakeSettings.Spool limits) {
        try {
            return new Spool(
                    folder, limits.maxSize().toBytes(), limits.minFree().toBytes());
        } catch (IOException | UncheckedIOException e) {
            SettingRefused refused = new SettingRefused("The spool in " + folder.toAbsolutePath()
                    + " cannot be used: let this service read and write there, or set FORAMEN_DATA.");
            refused.initCause(e);
            throw refused;
        }
    }
}
