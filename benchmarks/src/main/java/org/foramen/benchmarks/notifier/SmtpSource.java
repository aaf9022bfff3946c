package org.foramen.benchmarks.notifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.House;
import org.foramen.stack.mail.ScriptedSmtpServer;

/** The same bytes by postfix's own generator: half of the connections send one mail, half the other. */
record SmtpSource(House house, ScriptedSmtpServer sink, int connections) {

    private static final Path PROGRAM = Path.of("/usr/sbin/smtp-source");

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    Map<String, Double> mail(int count) {
        long bytesBefore = sink.bytes();
        long start = System.nanoTime();
        Child clinic = started("clinic", count);
        Child patient = started("patient", count);
        double cpu = Child.cpuSecondsAtTheEndOf(List.of(clinic, patient), MailedTopic.PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> sample = new LinkedHashMap<>();
        sample.put(MailedTopic.MAILS, 2.0 * count);
        sample.put(MailedTopic.RATE, 2 * count / seconds);
        sample.put(MailedTopic.CPU, cpu * 1000 / (2 * count));
        sample.put(MailedTopic.BYTES, (double) (sink.bytes() - bytesBefore) / (2 * count));
        return sample;
    }

    private Child started(String audience, int count) {
        return Child.start(
                List.of(
                        PROGRAM.toString(),
                        "-d",
                        "-s",
                        String.valueOf(connections / 2),
                        "-m",
                        String.valueOf(count),
                        "-f",
                        "no-reply@clinic.example",
                        "-t",
                        "ana@example.com",
                        "-F",
                        house.folder().resolve(audience + ".eml").toString(),
                        "inet:127.0.0.1:" + sink.port()),
                Map.of(),
                house.folder(),
                "smtp-source");
    }
}
