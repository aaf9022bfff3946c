package org.foramen.notifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.foramen.base.WholeFile;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.SignedText;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.InvalidEntry;
import org.foramen.content.handout.HandoutFile;
import org.springframework.boot.DefaultApplicationArguments;

/** The command {@code approve}: notes in a file of the content folder that a clinician has read it and agrees. */
final class ApproveText {

    static final String COMMAND = "approve";

    private static final String USAGE =
            "approve <file of the content folder> --by=\"<name>\" --review-by=<day, such as 2027-12-31>";

    private ApproveText() {}

    /** @return true when it is noted */
    static boolean run(String[] args, PrintStream out) {
        DefaultApplicationArguments given = new DefaultApplicationArguments(args);
        List<String> by = given.getOptionValues("by");
        List<String> reviewBy = given.getOptionValues("review-by");
        if (given.getNonOptionArgs().size() != 2 || by == null || reviewBy == null) {
            out.println(USAGE);
            return false;
        }
        Path file = Path.of(given.getNonOptionArgs().get(1));
        try {
            SignedText text = SignedText.read(file);
            String hash = file.toString().endsWith(".md") ? HandoutFile.hashToApprove(file) : text.sha256(Map.of());
            SignOff signature = new SignOff(
                    String.join(" ", by), LocalDate.now(), LocalDate.parse(String.join("", reviewBy)), hash);
            WholeFile.write(file, text.with(signature).getBytes(StandardCharsets.UTF_8));
            out.println("%s is approved by %s until %s, SHA-256 %s"
                    .formatted(file, signature.by(), signature.reviewBy(), hash));
            return true;
        } catch (InvalidContent | InvalidEntry e) {
            out.println(e.getMessage());
        } catch (IOException e) {
            out.println(file + " cannot be written");
        } catch (DateTimeParseException e) {
            out.println("--review-by must be a day such as 2027-12-31");
        }
        return false;
    }
}
