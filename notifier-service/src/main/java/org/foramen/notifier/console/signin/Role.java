package org.foramen.notifier.console.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user of the console may do. */
public enum Role {
    /** Looks, and sees nothing personal. */
    VIEWER,
    /** Acts as well, and may open an inquiry. */
    OPERATOR;

    /** The role that a line of the file of users names; empty when there is none such. */
    static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.word().equals(name)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
