package org.foramen.contract;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who asked, and how to reach them. Its {@code toString} shows nothing.
 *
 * @param phone in E.164, such as {@code +13104239716}; null when none was given
 * @param preferredLanguage a BCP 47 tag, such as {@code es}
 */
public record Person(
        String name, String email, @Nullable String phone, ContactChannel preferredContact, String preferredLanguage) {

    public Person {
        requireNonNull(name);
        requireNonNull(email);
        requireNonNull(preferredContact);
        requireNonNull(preferredLanguage);
    }

    @Override
    public String toString() {
        return "Person[not shown]";
    }
}
