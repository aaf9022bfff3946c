package org.foramen.notifier.delivery;

import java.util.regex.Pattern;

/** Where in the topic a record stands. */
public record Position(int partition, long offset) {

    /** Of what no record asks for: a digest, a reminder. */
    public static final Position NOWHERE = new Position(0, 0);

    private static final Pattern PLACE = Pattern.compile("\\d{1,9}-\\d{1,18}");

    /** True for a text that {@link #place} may have said. */
    public static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /** @throws IllegalArgumentException when this is no place */
    public static Position at(String place) {
        if (!isPlace(place)) {
            throw new IllegalArgumentException("not a place in the topic");
        }
        int dash = place.indexOf('-');
        return new Position(Integer.parseInt(place.substring(0, dash)), Long.parseLong(place.substring(dash + 1)));
    }

    /** For people, such as {@code 2-17}. */
    public String place() {
        return partition + "-" + offset;
    }
}
