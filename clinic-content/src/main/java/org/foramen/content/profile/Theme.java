package org.foramen.content.profile;

import java.util.regex.Pattern;
import org.foramen.content.file.InvalidEntry;

/**
 * How the clinic's pages look.
 *
 * @param logo an SVG or PNG file beside {@code clinic.yml}; empty where the name stands alone
 * @param colour of links and buttons, as {@code #rrggbb}, dark enough to read on white
 * @param colourOnDark the same on dark screens, light enough to read there
 */
public record Theme(String logo, String colour, String colourOnDark) {

    private static final Pattern LOGO = Pattern.compile("|[A-Za-z0-9][A-Za-z0-9._-]*\\.(svg|png)");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String LIGHTEST_TINT = "#eef3f4";
    private static final String DARKEST_TINT = "#1f2b31";
    private static final double READABLE = 4.5;

    public Theme {
        if (!LOGO.matcher(logo).matches()) {
            throw new InvalidEntry("logo", "must be an SVG or PNG file beside clinic.yml, or \"\" for none");
        }
        requireReadable("colour", colour, LIGHTEST_TINT, "darker");
        requireReadable("colourOnDark", colourOnDark, DARKEST_TINT, "lighter");
    }

    /** WCAG 2.2, 1.4.3: letters need 4.5 times the luminance of what they stand on, or the other way round. */
    private static void requireReadable(String entry, String colour, String ground, String remedy) {
        if (!COLOUR.matcher(colour).matches()) {
            throw new InvalidEntry(entry, "must be a colour such as #17606a");
        }
        double one = luminance(colour) + 0.05;
        double other = luminance(ground) + 0.05;
        if (Math.max(one, other) / Math.min(one, other) < READABLE) {
            throw new InvalidEntry(entry, "is hard to read: choose a " + remedy + " one");
        }
    }

    private static double luminance(String colour) {
        return 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
    }

    private static double light(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
