package org.foramen.contract;

import static java.util.Objects.requireNonNull;

/**
 * Whether the person agreed to e-mail, and to which words.
 *
 * @param toEmail false means that nothing may be e-mailed to this person
 * @param wording the version of the consent text that was shown
 * @param language the language it was shown in, as a BCP 47 tag
 */
public record Consent(boolean toEmail, String wording, String language) {

    public Consent {
        requireNonNull(wording);
        requireNonNull(language);
    }
}
