package org.foramen.notifier.console.signin.password;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The command {@code user ana desk}: asks for a password and prints the line for the file of users. */
public final class MakeUser {

    public static final String COMMAND = "user";

    private static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72; // bcrypt looks no further

    private MakeUser() {}

    /**
     * Runs it with what the terminal, or else standard input, says; the password is asked for when all else is right.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static boolean run(String[] args, PrintStream out) {
        if (args.length != 3) {
            throw new IllegalArgumentException(
                    "it needs a name and a role, which is viewer, desk or operator: user ana desk.");
        }
        UserLine.requireName(args[1]);
        UserLine.roleNamed(args[2]);
        out.println(line(args[1], args[2], password(System.console(), System.in)));
        return true;
    }

    public static String line(String name, String role, String password) {
        if (password.length() < SHORTEST) {
            throw new IllegalArgumentException("a password has at least " + SHORTEST + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new IllegalArgumentException("a password has at most " + LONGEST_BYTES + " bytes");
        }
        String hash = new BCryptPasswordEncoder().encode(password);
        return new UserLine(name, UserLine.roleNamed(role), hash).text();
    }

    private static String password(@Nullable Console terminal, InputStream input) {
        if (terminal != null) {
            char[] typed = terminal.readPassword("Password: ");
            return typed == null ? "" : new String(typed);
        }
        System.err.print("Password (shown as you type): "); // not into the file that the line goes to
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new IllegalArgumentException("the password cannot be read", e);
        }
    }
}
