package org.foramen.content.handout;

import java.net.URI;
import org.foramen.content.file.InvalidEntry;

/**
 * Where facts of a handout come from.
 *
 * @param author who says so
 * @param year of publication, or the one in which the page was read
 * @param address where it can be read
 */
public record Source(String author, String title, int year, URI address) {

    private static final int FIRST_YEAR = 1900;

    public Source {
        if (author.isBlank() || title.isBlank() || year < FIRST_YEAR || !"https".equals(address.getScheme())) {
            throw new InvalidEntry("source", "must have author, title, year and an address that begins with https:");
        }
    }
}
