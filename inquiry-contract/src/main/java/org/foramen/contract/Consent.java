package org.foramen.contract;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Whether the person agreed to e-mail, and to which words.
 *
 * @param toEmail false means that nothing may be e-mailed to this person
 * @param wording the version of the consent text that was shown
 * @param language the language it was shown in, as a BCP 47 tag
 * @param channel where they said so; null where an older intake did not tell
 */
public record Consent(boolean toEmail, String wording, String language, @Nullable ConsentChannel channel) {

    public Consent {
        requireNonNull(wording);
        requireNonNull(language);
    }

    public Consent(boolean toEmail, String wording, String language) {
        this(toEmail, wording, language, null);
    }
}
