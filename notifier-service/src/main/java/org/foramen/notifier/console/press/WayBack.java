package org.foramen.notifier.console.press;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page where somebody pressed, and to which the press leads back.
 *
 * @param back as it came with the press, so it may be anything; null when nothing came
 */
public record WayBack(@Nullable String back) {

    /** A page that shows what can be pressed, with what was asked of it. */
    private static final Pattern PAGE = Pattern.compile(
            "/(people/[0-9A-Z]{26}|inquiries/[0-9A-Za-z-]{1,80}|mail(/webhooks)?)?(\\?[A-Za-z0-9=&%+._~/?-]{1,300})?");

    /** @param otherwise where to go when it is no such page */
    public String or(String otherwise) {
        return back != null && PAGE.matcher(back).matches() ? back : otherwise;
    }
}
