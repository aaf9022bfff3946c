package org.foramen.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foramen.content.approval.Approval;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.SignedText;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.TextFile;
import org.foramen.content.handout.HandoutFile;

/** Looks at every approval of a content folder, each by itself, so that one trouble hides no other. */
public final class ApprovalCheck {

    private static final Pattern ENTRY = Pattern.compile("(?m)^approval:");

    private ApprovalCheck() {}

    /** What must be known of them, a sentence each with file and line: changed texts, such that nobody approved, and those that end. */
    public static List<String> remarks(Path folder, LocalDate today) {
        List<String> remarks = new ArrayList<>();
        for (Path file : files(folder.toAbsolutePath().normalize())) {
            try {
                SignedText text = SignedText.read(file);
                Approval approval =
                        text.approval(file.toString().endsWith(".md") ? HandoutFile.drawingsOf(file, text) : Map.of());
                String remark = remark(approval, today);
                if (!remark.isEmpty()) {
                    remarks.add("%s, line %d: %s".formatted(file, text.line(), remark));
                }
            } catch (InvalidContent e) {
                remarks.add(String.valueOf(e.getMessage()));
            }
        }
        return remarks;
    }

    private static String remark(Approval approval, LocalDate today) {
        SignOff signature = approval.signature();
        if (signature == null) {
            return "not approved: nobody has signed this text";
        }
        if (!approval.holdsOn(today)) {
            return "not approved any more: the word of %s counted until %s"
                    .formatted(signature.by(), signature.reviewBy());
        }
        return approval.endsSoonOn(today)
                ? "the approval by %s ends on %s: have the text read again"
                        .formatted(signature.by(), signature.reviewBy())
                : "";
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file ->
                            file.toString().endsWith(".md") || file.toString().endsWith(".yml"))
                    .filter(file -> ENTRY.matcher(TextFile.text(file)).find())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidContent(folder, "this folder is missing or cannot be read");
        }
    }
}
