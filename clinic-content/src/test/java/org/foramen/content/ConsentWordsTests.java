package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.foramen.content.wording.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With each consent the version of its words is kept; whoever changes a word here gives them a new version. */
class ConsentWordsTests {

    private static final ClinicContent CONTENT = ClinicContent.load(ContentCopy.ORIGINAL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | 2026-11-29.2 | Email me | Email me a handout too | Email is not fully private: someone else could read it. To stop our emails, call 310-423-9716.
            es | 2026-11-29.2 | Por correo electrónico | Mándenme también un folleto por correo | El correo no es del todo privado: otra persona podría leerlo. Para que ya no le mandemos correos, llame al 310-423-9716.
            """)
    void theseWordsHaveThisVersion(String language, String version, String choice, String handoutToo, String risk) {
        Wording words = CONTENT.wordingIn(language);

        assertThat(words.page("preferredContact.email")).isEqualTo(choice);
        assertThat(words.page("consentToEmail")).isEqualTo(handoutToo);
        assertThat(words.mailConsent()).isEqualTo(risk);
        assertThat(words.version()).isEqualTo(version);
    }
}
