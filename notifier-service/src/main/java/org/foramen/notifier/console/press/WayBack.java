package org.foramen.notifier.console.press;

import java.util.regex.Pattern;

/** The page where somebody pressed, and to which the press leads back. It comes with the press, so it may say anything. */
public final class WayBack {

    /** A page that shows what can be pressed, with what was asked of it. */
    private static final Pattern PAGE = Pattern.compile(
            "/(people/[0-9A-Z]{26}|inquiries/[0-9A-Za-z-]{1,80}|mail(/webhooks)?)?(\\?[A-Za-z0-9=&%+._~/?-]{1,300})?");

    private WayBack() {}

    /** @param otherwise where to go when it is no such page */
    public static String to(String back, String otherwise) {
        return PAGE.matcher(back).matches() ? back : otherwise;
    }
}
