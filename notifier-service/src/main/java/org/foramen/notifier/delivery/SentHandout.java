package org.foramen.notifier.delivery;

import org.foramen.content.handout.EducationSummary;

/**
 * Says exactly which handout a person was sent, for the ledger.
 *
 * @param handout procedure and language, such as {@code foraminotomy/es}
 * @param hash the SHA-256 of its file
 * @param approval {@code approved} or {@code pending}
 */
public record SentHandout(String handout, String version, String hash, String approval) {

    public static SentHandout of(EducationSummary handout) {
        return new SentHandout(
                handout.id() + "/" + handout.language(),
                handout.about().version(),
                handout.hash(),
                handout.approval().signature() == null ? "pending" : "approved");
    }
}
