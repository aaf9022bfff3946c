package org.foramen.content.route;

import org.jspecify.annotations.Nullable;

/**
 * What routes look at in an inquiry.
 *
 * @param kind {@code contact} or {@code considering-procedure}
 * @param procedure the one that it is about, by its library id; null when it is about none
 * @param language one of the clinic's, or {@code other}
 * @param urgent true when the message has signs of an emergency
 */
public record RoutedInquiry(String kind, @Nullable String procedure, String language, boolean urgent) {

    /** Stands for every language that the clinic has no handouts in. */
    public static final String OTHER_LANGUAGE = "other";
}
