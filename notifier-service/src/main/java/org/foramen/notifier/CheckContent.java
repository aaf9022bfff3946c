package org.foramen.notifier;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.foramen.base.screening.RedFlags;
import org.foramen.base.screening.Senders;
import org.foramen.content.ApprovalCheck;
import org.foramen.content.ClinicContent;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.Problems;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.LibraryCheck;
import org.foramen.content.language.file.PhraseExamples;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.console.WordingCheck;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;

/** The command {@code check-content}: reads a content folder as a start would, and holds each handout to the gate. */
final class CheckContent {

    static final String COMMAND = "check-content";

    private static final String LISTED = "--phrases";

    private CheckContent() {}

    /**
     * Checks it.
     *
     * @param args {@code check-content}, then the folder; without one, {@code FORAMEN_CONTENT} or {@code content}; with
     *     {@code --phrases} the phrases that no example exercises or needs are listed
     * @return true when all is well
     */
    static boolean run(String[] args, PrintStream out) {
        List<String> folders =
                Stream.of(args).skip(1).filter(arg -> !arg.equals(LISTED)).toList();
        if (folders.size() > 1 || folders.stream().anyMatch(name -> name.startsWith("-"))) {
            throw new IllegalArgumentException("it takes one folder, and " + LISTED + ".");
        }
        Path folder = Path.of(
                folders.isEmpty() ? System.getenv().getOrDefault("FORAMEN_CONTENT", "content") : folders.get(0));
        Problems found = new Problems();
        Optional<ClinicContent> content = ClinicContent.read(folder, found);
        Set<String> problems = new LinkedHashSet<>(found.sentences());
        content.ifPresent(whole -> problems.addAll(problemsOf(whole)));
        if (Files.isDirectory(folder)) {
            tryPhrases(folder, content, List.of(args).contains(LISTED), problems, out);
        }
        problems.forEach(out::println);
        approvals(folder).stream().filter(remark -> !problems.contains(remark)).forEach(out::println);
        if (content.isEmpty()) {
            out.println("Mails and handouts were not tried; mend the above first.");
        }
        out.println("%d handouts checked, %d problems"
                .formatted(content.map(whole -> whole.library().all().size()).orElse(0), problems.size()));
        return problems.isEmpty();
    }

    /** What a folder that can be read has wrong in it. */
    private static List<String> problemsOf(ClinicContent content) {
        List<String> problems = new ArrayList<>(LibraryCheck.problems(content.library(), content::wordingIn));
        Problems faults = new Problems();
        faults.of(() -> content.remarks(LocalDate.now(content.clinic().timeZone())))
                .ifPresent(problems::addAll);
        WordingCheck.of(new Stationery(content, new MailLinks(null)), faults);
        problems.addAll(faults.sentences());
        HandoutPdfs pdfs = new HandoutPdfs(content);
        content.library().all().forEach(handout -> print(handout, pdfs, problems));
        return problems;
    }

    private static List<String> approvals(Path folder) {
        return Files.isDirectory(folder) ? ApprovalCheck.remarks(folder, LocalDate.now()) : List.of();
    }

    /** Reads the phrases, tries their examples, and says how many phrases these exercise. */
    private static void tryPhrases(
            Path folder, Optional<ClinicContent> content, boolean listed, Set<String> problems, PrintStream out) {
        tryPhrases("screening", () -> RedFlags.examples(folder), listed, problems, out);
        tryPhrases("senders", () -> Senders.examples(folder), listed, problems, out);
        content.map(whole -> whole.library().names())
                .ifPresent(names ->
                        tryPhrases("matching", () -> ProcedureMatcher.examples(folder, names), listed, problems, out));
    }

    private static void tryPhrases(
            String topic, Supplier<PhraseExamples> reading, boolean listed, Set<String> problems, PrintStream out) {
        Problems found = new Problems();
        found.of(reading).ifPresent(examples -> {
            problems.addAll(examples.failing());
            List<String> unexercised = examples.unexercised();
            List<String> needless = new ArrayList<>(examples.needless());
            needless.removeAll(unexercised);
            out.println("language/%s: %d phrases without an example, %d that no example needs"
                    .formatted(topic, unexercised.size(), needless.size()));
            if (listed) {
                unexercised.forEach(phrase -> out.println("  no example: " + phrase));
                needless.forEach(phrase -> out.println("  not needed: " + phrase));
            }
        });
        problems.addAll(found.sentences());
    }

    private static void print(EducationSummary handout, HandoutPdfs pdfs, List<String> problems) {
        try {
            pdfs.of(handout);
        } catch (InvalidContent e) {
            problems.add(e.getMessage()); // the same for all
        } catch (RuntimeException e) {
            problems.add(handout.pdfName() + " cannot be printed: " + e.getMessage());
        }
    }
}
