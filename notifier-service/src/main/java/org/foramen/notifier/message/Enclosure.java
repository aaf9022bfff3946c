package org.foramen.notifier.message;

import java.util.Locale;
import org.foramen.content.EducationSummary;

/**
 * Says exactly which handout a person was sent, for the ledger.
 *
 * @param handout procedure and language, such as {@code foraminotomy/es}
 * @param hash the SHA-256 of its file
 * @param approval {@code approved} or {@code pending}
 */
public record Enclosure(String handout, String version, String hash, String approval) {

    static Enclosure of(EducationSummary handout) {
        return new Enclosure(
                handout.id() + "/" + handout.language(),
                handout.about().version(),
                handout.hash(),
                handout.about().approval().status().name().toLowerCase(Locale.ROOT));
    }
}
