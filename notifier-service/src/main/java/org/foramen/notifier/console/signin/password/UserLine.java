package org.foramen.notifier.console.signin.password;

import java.util.regex.Pattern;
import org.foramen.notifier.console.signin.Role;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * One user, as a line of the file of users: {@code ana:operator:{bcrypt}$2a$…}. A line without a role is a viewer's.
 *
 * @param name stands in the audit beside what was done
 * @param hash of the password, by bcrypt
 */
record UserLine(String name, Role role, String hash) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final String BCRYPT = "{bcrypt}";
    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    UserLine {
        requireName(name);
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("the third part is {bcrypt} and a bcrypt hash");
        }
    }

    /** @throws IllegalArgumentException with what is wrong, in words that do not repeat the line */
    static UserLine parse(String line) {
        String[] parts = line.split(":", 3);
        String secret = parts[parts.length - 1];
        if (parts.length < 2 || !secret.startsWith(BCRYPT)) {
            throw new IllegalArgumentException("a line is name:role:{bcrypt}hash");
        }
        Role role = parts.length == 2 ? Role.VIEWER : roleNamed(parts[1]);
        return new UserLine(parts[0], role, secret.substring(BCRYPT.length()));
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name has at most 64 letters, digits, dots, hyphens, underscores and at signs");
        }
    }

    static Role roleNamed(String name) {
        return Role.named(name).orElseThrow(() -> new IllegalArgumentException("a role is viewer, desk or operator"));
    }

    UserDetails asUser() {
        return User.withUsername(name).password(hash).roles(role.rights()).build();
    }

    /** How dear it is to try a password, as bcrypt counts it. */
    int cost() {
        return Integer.parseInt(hash.substring(4, 6));
    }

    /** The line of the file. */
    String text() {
        return name + ":" + role.word() + ":" + BCRYPT + hash;
    }

    @Override
    public String toString() {
        return "UserLine[" + name + ", " + role.word() + "]";
    }
}
