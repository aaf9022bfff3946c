package org.foramen.intake.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sent, by form or as JSON, not yet checked. Its {@code toString} shows nothing.
 *
 * @param kind {@code contact} or {@code considering-procedure}
 * @param procedure the id of a procedure in the library; nothing when none was chosen
 * @param region {@code neck}, {@code upper-back}, {@code lower-back} or {@code unspecified}
 * @param email needed when the preferred contact is {@code email}, or when the handout is to be mailed
 * @param phone needed when the preferred contact is {@code phone}
 * @param preferredContact {@code email} or {@code phone}; may be left out where only one of them can be
 * @param preferredLanguage a BCP 47 tag; the clinic's first language when nothing is said
 * @param consentToEmail nothing means no; needed when the preferred contact is {@code email}
 * @param howLong {@code weeks}, {@code months}, {@code year} or {@code longer}
 * @param imaging {@code yes}, {@code no} or {@code unsure}
 * @param treatments what was tried: {@code medicine}, {@code physical-therapy}, {@code injections}, {@code surgery},
 *     {@code other}
 * @param bestTime for a call: {@code morning}, {@code afternoon} or {@code any}
 * @param forWhom {@code me} or {@code someone-else}
 * @param patient whether that person is the clinic's patient: {@code yes}, {@code no} or {@code unsure}
 */
public record InquiryRequest(
        @Nullable String kind,
        @Nullable String procedure,
        @Nullable String region,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String preferredContact,
        @Nullable String preferredLanguage,
        @Nullable String message,
        @Nullable Boolean consentToEmail,
        @Nullable String howLong,
        @Nullable String imaging,
        @Nullable List<String> treatments,
        @Nullable String bestTime,
        @Nullable String forWhom,
        @Nullable String patient) {

    @Override
    public String toString() {
        return "InquiryRequest[not shown]";
    }
}
