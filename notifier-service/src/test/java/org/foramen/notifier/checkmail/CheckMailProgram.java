package org.foramen.notifier.checkmail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;

/** A process with {@link CheckMailRuns}: what is set in its environment holds for each run. */
final class CheckMailProgram implements AutoCloseable {

    private final Process process;
    private final BufferedWriter calls;
    private final BufferedReader output;

    CheckMailProgram(ProcessBuilder program) throws IOException {
        process = program.redirectErrorStream(true).start();
        calls = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Runs the command once more. */
    Said run(String... arguments) throws IOException {
        calls.write(String.join("\t", arguments));
        calls.newLine();
        calls.flush();
        List<String> lines = new ArrayList<>();
        String line = next();
        while (!line.startsWith(CheckMailRuns.ENDED)) {
            lines.add(line);
            line = next();
        }
        return new Said(Integer.parseInt(line.substring(CheckMailRuns.ENDED.length())), lines);
    }

    private String next() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new EOFException("it ended by itself");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What a command said, and what it ended with. */
    record Said(int status, List<String> lines) {}
}
