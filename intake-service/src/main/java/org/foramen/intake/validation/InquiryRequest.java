package org.foramen.intake.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sent, by form or as JSON, not yet checked. Its {@code toString} shows nothing.
 *
 * @param kind {@code contact} or {@code considering-procedure}
 * @param procedure the id of a procedure in the library; nothing when none was chosen
 * @param region {@code neck}, {@code lower-back} or {@code unspecified}
 * @param phone needed when the preferred contact is {@code phone}
 * @param preferredContact {@code email} (when nothing is said) or {@code phone}
 * @param preferredLanguage a BCP 47 tag; the clinic's first language when nothing is said
 * @param consentToEmail nothing means no
 * @param howLong {@code weeks}, {@code months}, {@code year} or {@code longer}
 * @param imaging {@code yes}, {@code no} or {@code unsure}
 * @param treatments what was tried: {@code medicine}, {@code physical-therapy}, {@code injections}, {@code surgery},
 *     {@code other}
 * @param bestTime for a call: {@code morning}, {@code afternoon} or {@code any}
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
        @Nullable String bestTime) {

    @Override
    public String toString() {
        return "InquiryRequest[not shown]";
    }
}
