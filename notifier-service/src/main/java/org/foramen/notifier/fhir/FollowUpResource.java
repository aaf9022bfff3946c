package org.foramen.notifier.fhir;

import java.util.List;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.RedFlag;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.message.desk.DeskNote;
import org.jspecify.annotations.Nullable;

/** That somebody is to be answered, by when, and how far that is (Task). */
final class FollowUpResource {

    private static final String TASK_CODES = "http://hl7.org/fhir/CodeSystem/task-code";

    private FollowUpResource() {}

    static Element of(KnownInquiry known, ClinicProfile clinic, DeskNote desk) {
        InquiryReceived inquiry = known.inquiry();
        CaseFile file = known.file();
        Identity identity = known.the("Task");
        Element task = Element.resource(identity)
                .with("identifier", List.of(identity.identifier()))
                .with("status", file == null ? "requested" : status(file))
                .with("statusReason", file == null ? null : Codes.words(why(file)))
                .with(
                        "businessStatus",
                        file == null
                                ? null
                                : Codes.concept(Codes.ours(file.state().wireName()), null))
                .with("intent", "order")
                .with("priority", Codes.priority(inquiry.level()))
                .with(
                        "code",
                        Codes.concept(Codes.coding(TASK_CODES, "fulfill"), "Answer a person who asked the clinic"))
                .with("description", file == null ? null : desk.order(inquiry, file.order()))
                .with("focus", known.the("QuestionnaireResponse").reference())
                .with("for", known.patient().reference())
                .with("authoredOn", inquiry.receivedAt().toString())
                .with("lastModified", file == null ? null : file.changedAt().toString())
                .with("requester", known.writer().reference())
                .with("owner", Identity.of(clinic).reference())
                .with("reasonCode", Codes.words(signs(inquiry)))
                .with("note", notes(inquiry, desk))
                .with("restriction", file == null ? null : until(file));
        return identity.entry(task);
    }

    private static String status(CaseFile file) {
        return switch (file.state()) {
            case NEW -> "requested";
            case TAKEN -> "accepted";
            case TRIED -> "in-progress";
            case REACHED -> "completed";
            case CLOSED -> file.reason() == CloseReason.ANSWERED ? "completed" : "cancelled";
        };
    }

    private static @Nullable String why(CaseFile file) {
        return file.state() == CaseState.CLOSED && file.reason() != null
                ? file.reason().wireName()
                : null;
    }

    private static @Nullable String signs(InquiryReceived inquiry) {
        return inquiry.redFlags().isEmpty()
                ? null
                : "Signs in the message (" + inquiry.level().wireName() + "): "
                        + String.join(
                                ", ",
                                inquiry.redFlags().stream()
                                        .map(RedFlag::flag)
                                        .distinct()
                                        .toList());
    }

    private static List<Element> notes(InquiryReceived inquiry, DeskNote desk) {
        return inquiry.suspected()
                ? List.of(Codes.words("Look twice: " + String.join(" ", desk.doubts(inquiry.suspicions()))))
                : List.of();
    }

    private static Element until(CaseFile file) {
        return new Element().with("period", new Element().with("end", file.due().toString()));
    }
}
