package org.foramen.notifier.checkmail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** {@code check-mail} in a program that runs it again for each line of its input, for its start takes longer than the check. */
final class CheckMailRuns {

    /** Begins the last line of each run; its status follows. */
    static final String ENDED = "Ended with ";

    private CheckMailRuns() {}

    /** Each line is what the command is called with, separated by tabs. */
    public static void main(String[] args) throws IOException {
        BufferedReader calls = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String call = calls.readLine(); call != null; call = calls.readLine()) {
            int status = CheckMail.run(call.split("\t"), System.out) ? 0 : 1;
            System.out.println(ENDED + status);
        }
    }
}
