package org.foramen.notifier.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.foramen.base.WholeFile;
import org.foramen.notifier.settings.CommandContext;
import org.foramen.notifier.topic.InquiryName;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.foramen.notifier.topic.KafkaWriter;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

/**
 * What is asked from the command line, beside a notifier that runs: {@code replay all}, {@code replay 2-17}, {@code erase K7F3-92QX},
 * {@code export K7F3-92QX}, {@code export --fhir K7F3-92QX}, {@code hold K7F3-92QX}, {@code lift-hold K7F3-92QX}, {@code export-audit audit.csv}.
 */
public final class Commands {

    private static final String BY = "command";
    private static final int LONGEST_NAME = 64;
    private static final String NO_LEDGER =
            "The ledger cannot be asked: H2 in a file serves one process, so while a notifier runs look at its console; or the database is away.";

    private static final String NO_KAFKA =
            "Kafka does not answer, or does not take it: nothing more was done. Say it again.";

    private Commands() {}

    /**
     * Runs it, and says on standard output what came of it.
     *
     * @return false when it could not be done
     */
    public static boolean run(String[] args, PrintStream out) {
        ApplicationArguments said = new DefaultApplicationArguments(args);
        List<String> words = said.getNonOptionArgs();
        if (words.size() != 2 || words.get(1).isBlank()) {
            out.println(args[0]
                    + " needs to know one thing: an id, a reference such as K7F3-92QX, a place such as 2-17, or a file to write;"
                    + " and options such as --by=\"Ana Kim\". Nothing was done.");
            return false;
        }
        String command = words.get(0);
        String what = words.get(1);
        if (!canBe(command, what, out)) {
            return false;
        }
        boolean fhir = command.equals("export") && said.containsOption("fhir");
        try (ConfigurableApplicationContext context = context(fhir).run(args)) {
            if (fhir) {
                String bundle = context.getBean(ExportFhir.class)
                        .export(what, by(said))
                        .fold(found -> found, nothing -> {
                            throw new IllegalArgumentException(nothing);
                        });
                out.println(bundle);
                return true;
            }
            return answer(context, command, what, by(said), out);
        } catch (InquiryIsHeld | IllegalArgumentException e) {
            out.println(e.getMessage());
        } catch (DataAccessException e) {
            out.println(NO_LEDGER);
        } catch (KafkaAway | KafkaWriter.NotTaken | KafkaException e) {
            out.println(NO_KAFKA);
        } catch (IOException e) {
            out.println(what + " cannot be written");
        }
        return false;
    }

    /** What cannot be right is said before anything is asked. */
    private static boolean canBe(String command, String what, PrintStream out) {
        try {
            switch (command) {
                case "replay" -> ReplayDeadLetters.places(what);
                case "export-audit" -> {}
                default -> InquiryName.of(what);
            }
            return true;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    /** A Bundle is piped into other programs, so nothing else stands on standard output then. */
    private static SpringApplicationBuilder context(boolean fhir) {
        SpringApplicationBuilder builder = CommandContext.of(fhir ? CommandParts.OfFhir.class : CommandParts.class);
        return fhir ? builder.properties("logging.threshold.console=off") : builder;
    }

    /** Who wishes it, for the audit: as {@code --by} says, in as many characters as the audit takes. */
    private static String by(ApplicationArguments said) {
        List<String> by = said.getOptionValues("by");
        String name = by == null
                ? ""
                : String.join(" ", by).replaceAll("\\p{Cntrl}", " ").strip();
        return name.isEmpty() ? BY : name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static boolean answer(
            ConfigurableApplicationContext context, String command, String what, String by, PrintStream out)
            throws IOException {
        switch (command) {
            case "replay" -> {
                int replayed = context.getBean(ReplayDeadLetters.class).replay(ReplayDeadLetters.places(what));
                out.println("Dead letters replayed: " + replayed);
                return replayed > 0 || what.equals(ReplayDeadLetters.ALL);
            }
            case "erase" -> {
                int erased = context.getBean(EraseInquiry.class).erase(what, by);
                out.println(erased == 0 ? nothing(what) : "Records erased: " + erased);
                return erased > 0;
            }
            case "hold" -> out.println(context.getBean(HoldInquiry.class).hold(what, by));
            case "lift-hold" -> out.println(context.getBean(HoldInquiry.class).lift(what, by));
            case "export-audit" -> {
                StringBuilder table = new StringBuilder();
                int entries = context.getBean(AuditTable.class).write(table);
                WholeFile.writeForOwner(Path.of(what), table.toString().getBytes(StandardCharsets.UTF_8));
                out.println("Entries written: " + entries);
            }
            default -> {
                return export(context.getBean(ExportInquiry.class), what, out);
            }
        }
        return true;
    }

    private static boolean export(ExportInquiry export, String what, PrintStream out) {
        List<String> kept = export.export(what);
        kept.forEach(out::println);
        try {
            List<String> consents = export.consents(what);
            consents.forEach(out::println);
            if (kept.isEmpty() && consents.isEmpty()) {
                out.println(nothing(what));
                return false;
            }
        } catch (DataAccessException e) {
            if (kept.isEmpty()) { // else the inquiry itself names its consent
                out.println("Kafka keeps nothing of it; a consent may be kept. " + NO_LEDGER);
            }
        }
        return true;
    }

    private static String nothing(String what) {
        return "Nothing is kept that is called " + InquiryName.of(what)
                + ": it was erased, its time is over, or there was none.";
    }
}
