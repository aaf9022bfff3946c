package org.foramen.notifier.operations;

import java.io.PrintStream;
import java.util.List;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.settings.OpeningKeys;
import org.foramen.notifier.topic.InquiryReader;
import org.foramen.notifier.topic.KafkaWriter;
import org.foramen.notifier.topic.TopicScan;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * What is asked of Kafka from the command line, beside a notifier that runs: {@code replay all}, {@code replay 2-17},
 * {@code erase K7F3-92QX}, {@code export K7F3-92QX}.
 */
public final class Commands {

    private Commands() {}

    /** Runs it, and says on standard output what came of it. */
    public static void run(String[] args, PrintStream out) {
        if (args.length < 2) {
            throw new IllegalArgumentException(
                    args[0] + " needs to know what: an id, a reference such as K7F3-92QX, or a place such as 2-17");
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Needs.class)
                .web(WebApplicationType.NONE)
                .run(args)) {
            answer(context, args[0], args[1]).forEach(out::println);
        }
    }

    private static List<String> answer(ConfigurableApplicationContext context, String command, String what) {
        return switch (command) {
            case "replay" ->
                List.of("Dead letters replayed: "
                        + context.getBean(ReplayDeadLetters.class).replay(what));
            case "erase" ->
                List.of("Records erased: " + context.getBean(EraseInquiry.class).erase(what, "command"));
            default -> context.getBean(ExportInquiry.class).export(what);
        };
    }

    /** What the commands are made of: Kafka and the keys, and neither ledger nor mail server. */
    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    @EnableConfigurationProperties(NotifierSettings.class)
    @Import({
        OpeningKeys.class,
        TopicScan.class,
        InquiryReader.class,
        KafkaWriter.class,
        ReplayDeadLetters.class,
        EraseInquiry.class,
        ExportInquiry.class
    })
    static class Needs {}
}
