package org.foramen.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.foramen.local.inbox.Inbox;
import org.foramen.stack.broker.LocalBroker;

/** Kafka and the mail inbox in this JVM, and the two services as its children. */
final class Stack {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Settings settings;
    private final Console console;
    private final Running running;
    private final List<ServiceProcess> services = new ArrayList<>();

    Stack(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.running = new Running(console);
    }

    /** Ends when a service has ended by itself; else the JVM's end stops everything. */
    void run() throws IOException, InterruptedException {
        Port.checkFree(settings.ports());
        prepareLogs();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        stopWithMaven();
        startBroker();
        startInbox();
        startServices();
        console.say(addresses());
        ServiceProcess first = firstToEnd();
        if (!running.stopping()) {
            throw new CannotStart(first.obituary());
        }
    }

    private void prepareLogs() throws IOException {
        Files.createDirectories(settings.logs());
        System.setProperty("foramen.logs", settings.logs().toString());
        System.setProperty("logback.configurationFile", "org/foramen/local/logback.xml");
    }

    /** Maven that is killed hard cannot stop what it started; the pom asks to look for that. */
    private static void stopWithMaven() {
        ProcessHandle.current()
                .parent()
                .filter(maven -> Boolean.getBoolean("foramen.stops-with-parent"))
                .ifPresent(maven -> {
                    Thread watch = new Thread(() -> exitAfter(maven), "maven-watch");
                    watch.setDaemon(true);
                    watch.start();
                });
    }

    private static void exitAfter(ProcessHandle maven) {
        maven.onExit().join();
        System.exit(1);
    }

    private void startBroker() {
        console.step("Starting Kafka, which keeps its records in " + settings.kafkaFolder());
        try {
            running.add(LocalBroker.start(settings.kafka().number(), settings.kafkaFolder()));
        } catch (RuntimeException e) {
            throw new CannotStart("Kafka cannot start: " + e.getMessage() + "\nMore is in " + settings.logs(), e);
        }
        console.step("Kafka is ready on port " + settings.kafka().number());
    }

    private void startInbox() throws IOException {
        running.add(Inbox.start(
                settings.data().resolve("inbox"),
                settings.smtp().number(),
                settings.inbox().number(),
                settings.imap().number()));
        console.step("The inbox takes mail on port " + settings.smtp().number());
    }

    private void startServices() throws InterruptedException {
        console.step("Starting the intake and the notifier, which log to " + settings.logs());
        running.add(() -> ServiceProcess.stop(services));
        for (LocalService service : LocalService.both(settings)) {
            services.add(ServiceProcess.start(service, settings.logs(), console));
        }
        for (ServiceProcess service : services) {
            service.awaitReady(START_LIMIT);
            console.step("The " + service.name() + " is ready");
        }
    }

    private ServiceProcess firstToEnd() {
        CompletableFuture<?>[] ends = services.stream().map(ServiceProcess::end).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.anyOf(ends).join();
        return services.stream().filter(ServiceProcess::hasEnded).findFirst().orElseThrow();
    }

    private void stop() {
        Console stopping = console.restarted();
        stopping.step("Stopping");
        running.close();
        stopping.step("Everything has stopped; the data stay in " + settings.data());
    }

    private String addresses() {
        return """

                  The form   %s/
                  The inbox  %s/
                  Console    %s/  (%s)
                  Health     %s/actuator/health

                  Samples    mvn spring-boot:run -Dspring-boot.run.arguments=samples   (in a second terminal)
                  Canary     mvn spring-boot:run -Dspring-boot.run.arguments=canary    (shows that the whole way works)
                  Ctrl-C stops everything.
                """
                .formatted(
                        settings.form().address(),
                        settings.inbox().address(),
                        settings.notifier().address(),
                        settings.signIn(),
                        settings.notifier().address());
    }
}
