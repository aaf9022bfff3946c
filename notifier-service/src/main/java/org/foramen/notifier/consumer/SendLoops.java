package org.foramen.notifier.consumer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.ConsumerGroups;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The two groups that read the topic, one for each mail that an inquiry is owed, so that neither mail waits for the other. */
@Component
public class SendLoops implements SmartLifecycle {

    private static final Set<Audience> TO_CLINIC =
            Set.of(Audience.CLINIC, Audience.NOTICE, Audience.FALLBACK, Audience.URGENT);

    private final List<SendThread> threads;

    SendLoops(SendLoopFactory loops, InquiryHandler handler, NotifierSettings settings, MeterRegistry metrics) {
        int connections = settings.smtp().connections();
        NotifierSettings.Retry retry = settings.retry();
        this.threads = Stream.of(
                        new Group(
                                ConsumerGroups.CLINIC,
                                TO_CLINIC,
                                handler::forClinic,
                                handler::setAsideForClinic,
                                handler::tellDamaged,
                                true,
                                connections,
                                retry.poll()),
                        new Group(
                                ConsumerGroups.PATIENT,
                                Set.of(Audience.PATIENT),
                                handler::forPatient,
                                (record, withoutKafka) -> handler.setAsideForPatient(record),
                                damaged -> {}, // the other group tells of it
                                false,
                                connections,
                                retry.poll()))
                .map(group -> new SendThread(group, loops))
                .toList();
        Gauge.builder("foramen.breaker.open", () -> paused() ? 1 : 0)
                .description("1 while a group holds its mails back, mostly because the mail server is away")
                .register(metrics);
    }

    /** True while a breaker holds mails back, mostly because the mail server is away. */
    public boolean paused() {
        return threads.stream().anyMatch(SendThread::paused);
    }

    /** True while a group can note nothing, as with a ledger whose disk is full: no mail is begun then. */
    boolean waits() {
        return threads.stream().anyMatch(SendThread::waits);
    }

    @Override
    public void start() {
        threads.forEach(SendThread::start);
    }

    @Override
    public void stop() {
        threads.forEach(SendThread::stop);
        threads.forEach(SendThread::join);
    }

    @Override
    public boolean isRunning() {
        return threads.stream().anyMatch(SendThread::isRunning);
    }
}
