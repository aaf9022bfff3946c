package org.foramen.notifier.consent;

import java.time.Instant;
import org.foramen.contract.InquiryId;
import org.jspecify.annotations.Nullable;

/**
 * That a person agreed to be e-mailed. It holds nothing personal.
 *
 * @param wording the version of the words, as {@code wording/<language>.yml} names it
 * @param givenAt when they were agreed to
 * @param language in which they were shown; null once the inquiry is erased
 * @param channel {@code page} or {@code api}; null once it is erased, or where the intake did not tell
 */
public record KeptConsent(
        InquiryId inquiry, String wording, Instant givenAt, @Nullable String language, @Nullable String channel) {}
