package org.foramen.intake.page;

import java.util.Base64;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.Theme;
import org.foramen.contract.digest.Sha256;
import org.springframework.stereotype.Component;

/** How pages look, the clinic's colours included. It stands in each page, so that none waits for a file before it is shown. */
@Component
public class PageStyles {

    private static final String COLOURS =
            ":root{--accent:%s}@media (prefers-color-scheme:dark){:root:not(.framed){--accent:%s}}";

    private final String text;

    PageStyles(ClinicContent content) {
        Theme theme = content.clinic().theme();
        this.text = PageSource.styles() + COLOURS.formatted(theme.colour(), theme.colourOnDark());
    }

    /** What stands in a page's {@code style}. */
    public String text() {
        return text;
    }

    /** How a Content-Security-Policy names this text and no other. */
    public String source() {
        return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(Sha256.of(text)));
    }
}
