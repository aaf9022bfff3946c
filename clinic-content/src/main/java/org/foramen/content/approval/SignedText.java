package org.foramen.content.approval;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.TextFile;
import org.foramen.content.file.Yaml;

/**
 * A file with an {@code approval} entry. What is approved is all of the file but that entry, and the drawings that it shows;
 * how lines end does not count.
 */
public final class SignedText {

    private static final Pattern ENTRY = Pattern.compile("(?m)^approval:.*(?:\\R[ \\t]+.*)*");

    private final Path file;
    private final String text;
    private final Matcher entry;

    /** @throws InvalidContent when the file has no such entry */
    public SignedText(Path file, String text) {
        this.file = file;
        this.text = text.replace("\r\n", "\n");
        this.entry = ENTRY.matcher(this.text);
        if (!entry.find()) {
            throw new InvalidContent(file, 1, "the entry 'approval' is missing; write 'approval: pending'");
        }
    }

    public static SignedText read(Path file) {
        return new SignedText(file, TextFile.text(file));
    }

    /** The file with an empty line for each of the entry's, so that others are counted as before. */
    public String withoutApproval() {
        return replaced(
                "\n".repeat((int) entry.group().chars().filter(c -> c == '\n').count()));
    }

    /** The file with another entry. */
    public String with(SignOff signature) {
        return replaced("approval:\n  by: \"%s\"\n  on: %s\n  reviewBy: %s\n  sha256: %s"
                .formatted(
                        signature.by().replace("\\", "\\\\").replace("\"", "\\\""),
                        signature.on(),
                        signature.reviewBy(),
                        signature.sha256()));
    }

    /** @param drawings what the text shows beside its words, by file name */
    public String sha256(Map<String, String> drawings) {
        StringBuilder all = new StringBuilder(replaced(""));
        new TreeMap<>(drawings)
                .forEach((name, svg) ->
                        all.append('\n').append(name).append('\n').append(svg));
        return TextFile.sha256(all.toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidContent when it is an approval of another text */
    public Approval approval(Map<String, String> drawings) {
        Approval approval =
                Yaml.read(file, entry.group(), line() - 1, Entry.class).approval();
        SignOff signature = approval.signature();
        if (signature != null && !signature.sha256().equals(sha256(drawings))) {
            throw new InvalidContent(
                    file,
                    line(),
                    "this text has changed since %s approved it on %s; have it read again and use the command approve, or write 'approval: pending'"
                            .formatted(signature.by(), signature.on()));
        }
        return approval;
    }

    /** Where the entry stands, counted from 1. */
    public int line() {
        return (int) text.substring(0, entry.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    private String replaced(String other) {
        return text.substring(0, entry.start()) + other + text.substring(entry.end());
    }

    /** The entry by itself. */
    record Entry(Approval approval) {}
}
