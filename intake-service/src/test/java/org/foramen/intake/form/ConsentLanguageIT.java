package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.foramen.contract.Consent;
import org.foramen.contract.ConsentChannel;
import org.foramen.contract.InquiryReceived;
import org.junit.jupiter.api.Test;

/** Consent is kept with the language of the words that the person agreed to, and where they did. */
class ConsentLanguageIT extends RunningIntake {

    @Test
    void onAPageItIsThePagesLanguage() throws Exception {
        Map<String, String> fields = browser().open("/?lang=en");
        fields.put("preferredLanguage", "es");
        assertThat(browser().send(fields).statusCode()).isEqualTo(303);

        InquiryReceived inquiry = accepted().get(0);
        assertThat(inquiry.consent().language()).isEqualTo("en");
        assertThat(inquiry.consent().channel()).isEqualTo(ConsentChannel.PAGE);
        assertThat(inquiry.person().preferredLanguage()).isEqualTo("es");
    }

    @Test
    void atTheApiItIsThePersonsLanguage() throws Exception {
        String json =
                """
                {"kind": "contact", "name": "Ana", "email": "ana@example.com", "message": "¿Duele?",
                 "preferredLanguage": "es-MX", "consentToEmail": true}
                """;
        assertThat(browser().sendJson(json).statusCode()).isEqualTo(202);

        Consent consent = accepted().get(0).consent();
        assertThat(consent.language()).isEqualTo("es");
        assertThat(consent.channel()).isEqualTo(ConsentChannel.API);
    }
}
