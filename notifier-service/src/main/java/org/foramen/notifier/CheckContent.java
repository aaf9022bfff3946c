package org.foramen.notifier;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.handout.LibraryCheck;
import org.foramen.notifier.handout.HandoutPdfs;
import org.foramen.notifier.matching.ProcedureMatcher;

/** The command {@code check-content}: reads a content folder as a start would, and holds each handout to the gate. */
final class CheckContent {

    static final String COMMAND = "check-content";

    private CheckContent() {}

    /**
     * Checks it.
     *
     * @param args {@code check-content}, then the folder; without one, {@code FORAMEN_CONTENT} or {@code content}
     * @return true when all is well
     */
    static boolean run(String[] args, PrintStream out) {
        Path folder = Path.of(args.length > 1 ? args[1] : System.getenv().getOrDefault("FORAMEN_CONTENT", "content"));
        try {
            ClinicContent content = ClinicContent.load(folder);
            ProcedureMatcher.load(folder, content.library().names());
            List<String> problems = new ArrayList<>(LibraryCheck.problems(content.library(), content::wordingIn));
            problems.addAll(content.remarks(LocalDate.now(content.clinic().timeZone())));
            problems.forEach(out::println);
            new HandoutPdfs(content).makeAll();
            out.println("%d handouts checked, %d problems"
                    .formatted(content.library().all().size(), problems.size()));
            return problems.isEmpty();
        } catch (InvalidContent e) {
            out.println(e.getMessage());
            return false;
        }
    }
}
