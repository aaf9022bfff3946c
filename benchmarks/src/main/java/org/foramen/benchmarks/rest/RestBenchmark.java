package org.foramen.benchmarks.rest;

import java.time.Duration;
import java.util.Map;
import org.foramen.benchmarks.inbox.Visitors;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;

/** The processor time of both services while nobody asks anything, and the notifier's memory after much was asked. */
public final class RestBenchmark {

    private static final int INQUIRIES_A_SECOND = 200;
    private static final int OF_A_BUSY_CLINIC = 5;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private RestBenchmark() {}

    public static void run(Size size) {
        try (House house = new House("rest");
                ScriptedSmtpServer sink = MailSink.start();
                Server intake = house.intake("intake", Map.of());
                Server notifier = house.notifier("notifier", sink.port(), Map.of("FORAMEN_SMTP_CONNECTIONS", "8"))) {
            Visitors visitors = new Visitors(intake.address("/api/inquiries"));
            visitors.send(20, size.warmUp());
            Pause.of(size.warmUp());
            double intakeBefore = intake.process().cpuSeconds();
            double notifierBefore = notifier.process().cpuSeconds();
            System.out.printf(
                    "resident before the load: %.0f MB%n", notifier.process().residentMegabytes());
            Pause.of(size.idle());
            double parts = SECONDS_OF_A_DAY / size.idle().toSeconds();
            Target.IDLE_INTAKE.measured((intake.process().cpuSeconds() - intakeBefore) * parts);
            Target.IDLE_NOTIFIER.measured((notifier.process().cpuSeconds() - notifierBefore) * parts);
            visitors.send(INQUIRIES_A_SECOND, size.load());
            Target.RESIDENT_AFTER_LOAD.measured(notifier.process().residentMegabytes());
        }
    }

    /** The notifier's memory after so long at 5 inquiries a second. */
    public static void runSteadily(Duration time) {
        try (House house = new House("hour");
                ScriptedSmtpServer sink = MailSink.start();
                Server intake = house.intake("intake", Map.of());
                Server notifier = house.notifier("notifier", sink.port(), Map.of())) {
            new Visitors(intake.address("/api/inquiries")).send(OF_A_BUSY_CLINIC, time);
            Target.RESIDENT_AFTER_HOUR.measured(notifier.process().residentMegabytes());
        }
    }

    /**
     * How much is measured.
     *
     * @param idle how long nothing is asked; processor time is told in hundredths of a second
     * @param load how long 200 inquiries a second come after that
     */
    public record Size(Duration warmUp, Duration idle, Duration load) {}
}
