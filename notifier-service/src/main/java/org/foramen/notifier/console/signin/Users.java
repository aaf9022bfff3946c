package org.foramen.notifier.console.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who may sign in: the users of the file that is set, or one operator with a password that is made on first start. */
final class Users {

    private static final String SETTING = "FORAMEN_CONSOLE_USERS";

    /** This hash is never stored, and its password stands in a file beside it. */
    private static final PasswordEncoder CHEAP = new BCryptPasswordEncoder(4);

    private Users() {}

    /** @throws SettingRefused when the file cannot be used, or is missing in production mode */
    static List<UserLine> of(NotifierSettings settings) {
        Path file = settings.console().users();
        if (file != null) {
            return read(file);
        }
        if (settings.production()) {
            throw new SettingRefused("In production mode " + SETTING
                    + " must name the file with the console's users; the command `user` makes its lines.");
        }
        String password = FirstPassword.in(settings.data().resolve("keys"));
        return List.of(new UserLine("operator", Role.OPERATOR, CHEAP.encode(password)));
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
