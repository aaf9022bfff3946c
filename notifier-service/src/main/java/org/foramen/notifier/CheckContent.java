package org.foramen.notifier;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.base.screening.RedFlags;
import org.foramen.content.ApprovalCheck;
import org.foramen.content.ClinicContent;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.LibraryCheck;
import org.foramen.content.language.PhraseExamples;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.answering.MailPreviews;
import org.foramen.notifier.console.people.CaseWords;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.thymeleaf.exceptions.TemplateEngineException;

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
        Path folder = Path.of(Stream.of(args)
                .skip(1)
                .filter(arg -> !arg.equals(LISTED))
                .findFirst()
                .orElseGet(() -> System.getenv().getOrDefault("FORAMEN_CONTENT", "content")));
        try {
            ClinicContent content = ClinicContent.load(folder);
            List<String> problems = new ArrayList<>(LibraryCheck.problems(content.library(), content::wordingIn));
            tryPhrases(folder, content, List.of(args).contains(LISTED), problems, out);
            problems.addAll(content.remarks(LocalDate.now(content.clinic().timeZone())));
            problems.addAll(problemsOfMails(content));
            HandoutPdfs pdfs = new HandoutPdfs(content);
            content.library().all().forEach(handout -> print(handout, pdfs, problems));
            problems.forEach(out::println);
            approvals(folder).forEach(out::println);
            out.println("%d handouts checked, %d problems"
                    .formatted(content.library().all().size(), problems.size()));
            return problems.isEmpty();
        } catch (InvalidContent e) {
            List<String> broken = String.valueOf(e.getMessage()).lines().toList();
            Stream.concat(broken.stream(), approvals(folder).stream())
                    .distinct()
                    .forEach(out::println);
            return false;
        }
    }

    private static List<String> approvals(Path folder) {
        return Files.isDirectory(folder) ? ApprovalCheck.remarks(folder, LocalDate.now()) : List.of();
    }

    /** Loads the phrases, tries their examples, and says how many phrases these exercise. */
    private static void tryPhrases(
            Path folder, ClinicContent content, boolean listed, List<String> problems, PrintStream out) {
        Map<String, List<String>> names = content.library().names();
        try {
            RedFlags.load(folder);
            ProcedureMatcher.load(folder, names);
        } catch (InvalidContent e) {
            problems.add(e.getMessage());
            return;
        }
        tryPhrases("screening", RedFlags.examples(folder), listed, problems, out);
        tryPhrases("matching", ProcedureMatcher.examples(folder, names), listed, problems, out);
    }

    private static void tryPhrases(
            String topic, PhraseExamples examples, boolean listed, List<String> problems, PrintStream out) {
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
    }

    private static void print(EducationSummary handout, HandoutPdfs pdfs, List<String> problems) {
        try {
            pdfs.of(handout);
        } catch (RuntimeException e) {
            problems.add(handout.pdfName() + " cannot be printed: " + e.getMessage());
        }
    }

    /** Each mail is written once, and the console's words are read: a text that they lack, or a template that fails, is a problem. */
    private static List<String> problemsOfMails(ClinicContent content) {
        List<String> problems = new ArrayList<>();
        tryWords(
                () -> MailPreviews.of(new Stationery(content, new MailLinks(null)), new HandoutPdfs(content)),
                problems);
        tryWords(() -> new CaseWords(content), problems);
        tryWords(() -> new ConsoleWording(content), problems);
        return problems;
    }

    private static void tryWords(Runnable use, List<String> problems) {
        try {
            use.run();
        } catch (IllegalArgumentException | TemplateEngineException e) {
            problems.add("wording: " + e.getMessage());
        }
    }
}
