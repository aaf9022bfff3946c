package org.foramen.notifier.console.signin.password;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.console.signin.Role;
import org.foramen.notifier.settings.NotifierSettings;

/**
 * Who may sign in with a password: the users of the file that is set, or one operator with a password that is made on first
 * start; nobody where passwords are forbidden.
 */
public final class Users {

    private static final String SETTING = "FORAMEN_CONSOLE_USERS";

    /** Who signs in with {@link FirstPassword}. */
    private static final String FIRST = "operator";

    private Users() {}

    /** A user's name as the file writes it; empty when nobody is called so. */
    public static Optional<String> named(String name, NotifierSettings settings) {
        return names(settings).filter(name::equalsIgnoreCase).findFirst();
    }

    /** Asking for a name makes no password. */
    private static Stream<String> names(NotifierSettings settings) {
        boolean first = settings.console().users() == null && !settings.production();
        return first ? Stream.of(FIRST) : of(settings).stream().map(UserLine::name);
    }

    /** @throws SettingRefused when the file cannot be used, or is missing in production mode */
    static List<UserLine> of(NotifierSettings settings) {
        if (!settings.console().passwords()) {
            return List.of();
        }
        Path file = settings.console().users();
        if (file != null) {
            return read(file);
        }
        if (settings.production()) {
            throw new SettingRefused("In production mode " + SETTING
                    + " must name the file with the console's users, whose lines the command `user` makes; or set"
                    + " FORAMEN_CONSOLE_PASSWORDS=false where an identity provider signs them in.");
        }
        String password = FirstPassword.in(settings.data().resolve("keys"));
        return List.of(new UserLine(FIRST, Role.OPERATOR, FirstPassword.hashOf(password)));
    }

    private static List<UserLine> read(Path file) {
        List<UserLine> users = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<String> lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                UserLine user = parse(file, number, line);
                if (!names.add(user.name().toLowerCase(Locale.ROOT))) {
                    throw refused(file, number, "this name stands above already");
                }
                users.add(user);
            }
        }
        if (users.isEmpty()) {
            throw new SettingRefused("%s, which %s names, holds no user.".formatted(file, SETTING));
        }
        return users;
    }

    private static UserLine parse(Path file, int number, String line) {
        try {
            return UserLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw refused(file, number, String.valueOf(e.getMessage()));
        }
    }

    private static SettingRefused refused(Path file, int number, String why) {
        return new SettingRefused("%s, line %d, which %s names: %s.".formatted(file, number, SETTING, why));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new SettingRefused("%s, which %s names, cannot be read.".formatted(file, SETTING));
        }
    }
}
