package org.foramen.notifier.fhir;

import java.util.ArrayList;
import java.util.List;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;

/** Who asked, whom it is about, and who answers: as little of them as the others need. */
final class PeopleResources {

    private PeopleResources() {}

    static Element clinic(ClinicProfile clinic) {
        Identity identity = Identity.of(clinic);
        return identity.entry(Element.resource(identity)
                .with("identifier", List.of(identity.identifier()))
                .with("name", clinic.name())
                .with("telecom", List.of(telecom("phone", clinic.phone()))));
    }

    /** Of somebody else than the writer nothing is known but that there is such a person. */
    static Element patient(KnownInquiry known, ClinicProfile clinic) {
        Identity identity = known.patient();
        Element patient = Element.resource(identity)
                .with("identifier", List.of(identity.identifier().with("use", "temp")));
        if (!known.forSomebodyElse()) {
            describe(known.inquiry(), patient);
        }
        return identity.entry(
                patient.with("managingOrganization", Identity.of(clinic).reference()));
    }

    /** Who wrote for the patient. */
    static Element writer(KnownInquiry known) {
        Identity identity = known.writer();
        Element writer = Element.resource(identity)
                .with("identifier", List.of(identity.identifier().with("use", "temp")))
                .with("patient", known.patient().reference());
        describe(known.inquiry(), writer);
        return identity.entry(writer);
    }

    private static void describe(InquiryReceived inquiry, Element person) {
        Person asked = inquiry.person();
        Element spoken = Codes.spoken(asked.preferredLanguage());
        person.with("name", List.of(new Element().with("text", asked.name())))
                .with("telecom", ways(inquiry))
                .with(
                        "communication",
                        spoken.parts().isEmpty()
                                ? List.of()
                                : List.of(new Element().with("language", spoken).with("preferred", true)));
    }

    /** An address that nobody may write to is no way to reach somebody. */
    private static List<Element> ways(InquiryReceived inquiry) {
        Person person = inquiry.person();
        List<Element> ways = new ArrayList<>();
        if (person.phone() != null) {
            ways.add(rank(telecom("phone", person.phone().replace(";ext=", " ext. ")), person, ContactChannel.PHONE));
        }
        if (person.email() != null && inquiry.consent().toEmail()) {
            ways.add(rank(telecom("email", person.email()), person, ContactChannel.EMAIL));
        }
        return ways;
    }

    private static Element rank(Element way, Person person, ContactChannel channel) {
        return way.with("rank", person.preferredContact() == channel ? 1 : 2);
    }

    private static Element telecom(String system, String value) {
        return new Element().with("system", system).with("value", value);
    }
}
