package org.foramen.notifier.fhir;

import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;
import org.jspecify.annotations.Nullable;

/** What was asked and told (QuestionnaireResponse), in the order of docs/fhir/questionnaire.json. */
final class AnswersResource {

    private static final String FORM = "urn:foramen:questionnaire:inquiry|1";

    private final List<Element> items = new ArrayList<>();

    private AnswersResource() {}

    static Element of(KnownInquiry known) {
        InquiryReceived inquiry = known.inquiry();
        Identity identity = known.the("QuestionnaireResponse");
        return identity.entry(Element.resource(identity)
                .with("language", Codes.language(inquiry.consent().language()))
                .with("identifier", identity.identifier())
                .with("questionnaire", FORM)
                .with("status", "completed")
                .with("subject", known.patient().reference())
                .with("authored", inquiry.receivedAt().toString())
                .with("author", known.writer().reference())
                .with("source", known.writer().reference())
                .with("item", new AnswersResource().answers(inquiry)));
    }

    private List<Element> answers(InquiryReceived inquiry) {
        Person person = inquiry.person();
        chosen("kind", inquiry.kind().wireName());
        text("procedure", inquiry.procedure());
        chosen("region", inquiry.region().wireName());
        text("name", person.name());
        text("email", person.email());
        text("phone", person.phone());
        chosen("preferredContact", person.preferredContact().wireName());
        text("preferredLanguage", person.preferredLanguage());
        text("message", inquiry.message());
        item(
                "consentToEmail",
                new Element().with("valueBoolean", inquiry.consent().toEmail()));
        if (inquiry.details() != null) {
            told(inquiry.details());
        }
        return items;
    }

    private void told(Details details) {
        HowLong howLong = details.howLong();
        Imaging imaging = details.imaging();
        BestTime bestTime = details.bestTime();
        ForWhom forWhom = details.forWhom();
        KnownPatient patient = details.patient();
        chosen("howLong", howLong == null ? null : howLong.wireName());
        chosen("imaging", imaging == null ? null : imaging.wireName());
        items(
                "treatments",
                details.treatments().stream()
                        .map(Treatment::wireName)
                        .distinct()
                        .map(AnswersResource::choice)
                        .toList());
        chosen("bestTime", bestTime == null ? null : bestTime.wireName());
        chosen("forWhom", forWhom == null ? null : forWhom.wireName());
        chosen("patient", patient == null ? null : patient.wireName());
    }

    private void text(String field, @Nullable String value) {
        item(field, new Element().with("valueString", value));
    }

    private void chosen(String field, @Nullable String code) {
        item(field, code == null ? new Element() : choice(code));
    }

    private static Element choice(String code) {
        return new Element().with("valueCoding", Codes.ours(code));
    }

    private void item(String field, Element answer) {
        items(field, answer.parts().isEmpty() ? List.of() : List.of(answer));
    }

    private void items(String field, List<Element> answers) {
        if (!answers.isEmpty()) {
            items.add(new Element().with("linkId", field).with("answer", answers));
        }
    }
}
