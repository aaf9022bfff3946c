package org.foramen.notifier.operations;

import java.time.Clock;
import java.util.function.Function;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.consent.ConsentLog;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.fhir.InquiryBundle;
import org.foramen.notifier.fhir.KnownInquiry;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.topic.InquiryName;
import org.foramen.notifier.topic.TopicScan;
import org.springframework.stereotype.Component;

/** Gives out one inquiry as a Bundle of FHIR R4, for a hospital's own software; the audit notes it before anything is read. */
@Component
public class ExportFhir {

    private final TopicScan archive;
    private final OpenInquiry inquiries;
    private final DeliverySearch search;
    private final Cases cases;
    private final ConsentLog consents;
    private final AuditLog audit;
    private final InquiryBundle bundle;
    private final Clock clock;

    ExportFhir(
            TopicScan archive,
            OpenInquiry inquiries,
            DeliverySearch search,
            Cases cases,
            ConsentLog consents,
            AuditLog audit,
            ClinicContent content,
            Clock clock) {
        this.archive = archive;
        this.inquiries = inquiries;
        this.search = search;
        this.cases = cases;
        this.consents = consents;
        this.audit = audit;
        this.bundle = new InquiryBundle(content);
        this.clock = clock;
    }

    /**
     * The one that is called so.
     *
     * @param name its id or its reference
     * @param by who wishes it, for the audit
     * @throws IllegalArgumentException when nothing can be called so, or several are; the message says it
     */
    public Exported export(String name, String by) {
        InquiryName called = InquiryName.of(name);
        return archive.keyOf(called)
                .filter(InquiryId::isOne)
                .map(key -> export(new InquiryId(key), by))
                .orElseGet(() -> new Exported.Nothing(becauseNotKept(called)));
    }

    public Exported export(InquiryId id, String by) {
        audit.note("export-fhir", id.value(), by, clock.instant());
        if (!search.about(new Subject.Canary(id)).isEmpty()) {
            return new Exported.Nothing(
                    id.reference() + " is a test of the way, sent by this system; no person asked it.");
        }
        try {
            return inquiries
                    .read(id)
                    .map(this::known)
                    .<Exported>map(known -> new Exported.Bundle(bundle.of(known, clock.instant())))
                    .orElseGet(() -> new Exported.Nothing(becauseNotKept(InquiryName.of(id.value()))));
        } catch (UnreadableInquiry e) {
            return new Exported.Nothing(id.reference() + " cannot be opened: "
                    + Reason.of(e.reason()).words() + ".");
        }
    }

    private KnownInquiry known(InquiryReceived inquiry) {
        InquiryId id = inquiry.id();
        return new KnownInquiry(
                inquiry,
                cases.find(id).orElse(null),
                consents.of(id).orElse(null),
                search.about(new Subject.Inquiry(id)));
    }

    private String becauseNotKept(InquiryName name) {
        return audit.allOf("erase").stream()
                .filter(entry -> name.isOf(entry.subject()))
                .findFirst()
                .map(entry ->
                        "%s was erased on %s, so there is nothing to export. Who was given it before still has it."
                                .formatted(name, entry.at()))
                .orElse("No inquiry is kept that is called " + name + ": its time is over, or there was none.");
    }

    /** What came of it. */
    public sealed interface Exported {

        <T> T fold(Function<String, T> bundle, Function<String, T> nothing);

        /** Its {@code toString} shows nothing. */
        record Bundle(String json) implements Exported {

            @Override
            public <T> T fold(Function<String, T> bundle, Function<String, T> nothing) {
                return bundle.apply(json);
            }

            @Override
            public String toString() {
                return "Bundle[not shown]";
            }
        }

        /** @param why in a sentence */
        record Nothing(String why) implements Exported {

            @Override
            public <T> T fold(Function<String, T> bundle, Function<String, T> nothing) {
                return nothing.apply(why);
            }
        }
    }
}
