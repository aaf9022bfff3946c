package org.foramen.notifier.console.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user of the console may do; each may do what those before may. */
public enum Role {
    /** Looks, and sees nothing personal. */
    VIEWER("viewer"),
    /** Answers people: takes them, opens what they asked, lets held back mails go. */
    DESK("front desk"),
    /** Looks after the mail: sends again, erases, replays, dismisses. */
    OPERATOR("operator");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The role that a line of the file of users names; empty when there is none such. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.word().equals(name)).findFirst();
    }

    /** In the file of users. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** On the pages. */
    public String title() {
        return title;
    }

    /** The names of all roles whose rights it has. */
    public String[] rights() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::name)
                .toArray(String[]::new);
    }
}
