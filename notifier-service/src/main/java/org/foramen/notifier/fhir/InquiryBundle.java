package org.foramen.notifier.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.notifier.message.desk.DeskNote;
import org.foramen.notifier.message.desk.MailLinks;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes one inquiry as a transaction that a server of FHIR R4 takes whole or not at all, and that doubles nothing when it is sent again. */
public final class InquiryBundle {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ClinicProfile clinic;
    private final DeskNote desk;

    public InquiryBundle(ClinicContent content) {
        this.clinic = content.clinic();
        this.desk = new DeskNote(content, new MailLinks(null));
    }

    /** @param now when it is made */
    public String of(KnownInquiry known, Instant now) {
        List<Element> entries = new ArrayList<>();
        entries.add(PeopleResources.clinic(clinic));
        entries.add(PeopleResources.patient(known, clinic));
        if (known.forSomebodyElse()) {
            entries.add(PeopleResources.writer(known));
        }
        entries.add(AnswersResource.of(known));
        entries.add(FollowUpResource.of(known, clinic, desk));
        known.mails().forEach(mail -> entries.add(MailResource.of(mail, known, clinic)));
        entries.addAll(ConsentResource.of(known, clinic));
        return JSON.writeValueAsString(new Element()
                .with("resourceType", "Bundle")
                .with("type", "transaction")
                .with("timestamp", now.toString())
                .with("entry", entries));
    }
}
