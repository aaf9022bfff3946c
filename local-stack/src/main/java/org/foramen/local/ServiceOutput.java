package org.foramen.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what a service prints: all of it to a file, and what the reader of the console should know to the console. */
final class ServiceOutput {

    /** The form in which the services log here, so that a line can be judged. */
    static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level %logger : %msg%n%throwable";

    private static final Pattern LINE =
            Pattern.compile("\\S+ (?<level>INFO|WARN|ERROR) +(?<logger>\\S+) : (?<text>.*)");
    private static final int TAIL = 15;
    private static final int SHOWN_WIDTH = 300;

    private final String prefix;
    private final Path file;
    private final Console console;
    private final Deque<String> tail = new ArrayDeque<>();
    private boolean fileTakesAll = true;

    ServiceOutput(String service, Path file, Console console) {
        this.prefix = "%-8s | ".formatted(service);
        this.file = file;
        this.console = console;
    }

    /** Reads to the end, which comes when the service has ended. */
    void read(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                OutputStream log = Files.newOutputStream(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                write(line, log);
                remember(line);
                shown(line).ifPresent(text -> console.say(prefix + cut(text)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the output for " + file, e);
        }
    }

    /** A service whose output nobody reads stands still: a full disk costs lines of the file, and is told once. */
    private void write(String line, OutputStream log) {
        try {
            log.write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            fileTakesAll = true;
        } catch (IOException e) {
            if (fileTakesAll) {
                console.say(prefix + "WARN lines are missing from " + file + ": " + e.getMessage());
            }
            fileTakesAll = false;
        }
    }

    /** The last lines, under the name of the file that has them all. */
    synchronized String tail() {
        return "The end of " + file + ":\n" + String.join("\n", tail);
    }

    /** Warnings and errors of everybody; of Foramen's own code also what it did. */
    static Optional<String> shown(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (!parts.group("level").equals("INFO")) {
            return Optional.of(parts.group("level") + " " + parts.group("text"));
        }
        return parts.group("logger").startsWith("org.foramen.") ? Optional.of(parts.group("text")) : Optional.empty();
    }

    /** Without the frames of stack traces, which hide what went wrong. */
    private synchronized void remember(String line) {
        if (line.startsWith("\t")) {
            return;
        }
        tail.add(cut(line));
        if (tail.size() > TAIL) {
            tail.remove();
        }
    }

    private static String cut(String line) {
        return line.length() <= SHOWN_WIDTH ? line : line.substring(0, SHOWN_WIDTH) + "…";
    }
}
