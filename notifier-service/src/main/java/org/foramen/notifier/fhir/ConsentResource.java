package org.foramen.notifier.fhir;

import java.util.List;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.Consent;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.consent.KeptConsent;

/** That the person agreed to be e-mailed, to which words and when (Consent). Who did not agree has none. */
final class ConsentResource {

    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private ConsentResource() {}

    /** As the log of consents has it; of an inquiry from before there was one, as the inquiry itself says it. */
    static List<Element> of(KnownInquiry known, ClinicProfile clinic) {
        InquiryReceived inquiry = known.inquiry();
        Consent said = inquiry.consent();
        KeptConsent kept = known.consent();
        if (kept != null) {
            return List.of(entry(known, clinic, kept));
        }
        return said.toEmail()
                ? List.of(entry(
                        known,
                        clinic,
                        new KeptConsent(inquiry.id(), said.wording(), inquiry.receivedAt(), said.language(), null)))
                : List.of();
    }

    private static Element entry(KnownInquiry known, ClinicProfile clinic, KeptConsent consent) {
        Identity identity = known.the("Consent");
        Element words = new Element().with("uri", "urn:foramen:consent-wording:" + Identity.encoded(consent.wording()));
        return identity.entry(Element.resource(identity)
                .with("language", Codes.language(consent.language()))
                .with("identifier", List.of(identity.identifier()))
                .with("status", "active")
                .with("scope", Codes.concept(Codes.coding(SCOPES, "patient-privacy"), null))
                .with("category", List.of(Codes.concept(Codes.coding(ACTS, "IDSCL"), "E-mail that others could read")))
                .with("patient", known.patient().reference())
                .with("dateTime", consent.givenAt().toString())
                .with("performer", List.of(known.writer().reference()))
                .with("organization", List.of(Identity.of(clinic).reference()))
                .with("policy", List.of(words))
                .with("provision", new Element().with("type", "permit")));
    }
}
