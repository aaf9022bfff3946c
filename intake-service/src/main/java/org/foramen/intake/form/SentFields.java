package org.foramen.intake.form;

import java.util.List;
import org.foramen.contract.ContactChannel;
import org.foramen.intake.validation.InquiryRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What came with a form. Only the fields that a form has are looked at, whatever else is sent. */
record SentFields(MultiValueMap<String, String> fields) {

    /** On a page the risk of e-mail stands inside the choice, and choosing it is the consent. */
    InquiryRequest inquiry() {
        String preferred = field("preferredContact");
        boolean agreed = ContactChannel.EMAIL.wireName().equals(preferred) || "true".equals(field("consentToEmail"));
        return new InquiryRequest(
                field("kind"),
                field("procedure"),
                field("region"),
                field("name"),
                field("email"),
                field("phone"),
                preferred,
                field("preferredLanguage"),
                field("message"),
                agreed,
                field("howLong"),
                field("imaging"),
                fields.get("treatments"),
                field("bestTime"),
                field("forWhom"),
                field("patient"));
    }

    /** One that is sent twice keeps both: nothing that was typed is lost. */
    private @Nullable String field(String name) {
        List<String> sent = fields.get(name);
        return sent == null ? null : String.join(",", sent);
    }

    @Override
    public String toString() {
        return "SentFields[not shown]";
    }
}
