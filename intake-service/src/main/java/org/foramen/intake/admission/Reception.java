package org.foramen.intake.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.foramen.base.screening.RedFlags;
import org.foramen.base.screening.Screening;
import org.foramen.base.screening.Senders;
import org.foramen.content.ClinicContent;
import org.foramen.contract.CanaryWords;
import org.foramen.contract.Consent;
import org.foramen.contract.ConsentChannel;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.digest.Sha256;
import org.foramen.contract.sealing.InquirySealer;
import org.foramen.intake.admission.AdmissionResult.Invalid;
import org.foramen.intake.admission.AdmissionResult.KeyReused;
import org.foramen.intake.admission.AdmissionResult.NotKept;
import org.foramen.intake.admission.AdmissionResult.Taken;
import org.foramen.intake.publish.InquiryPublisher;
import org.foramen.intake.validation.CheckedInquiry;
import org.foramen.intake.validation.InquiryRequest;
import org.foramen.intake.validation.RequestCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one inquiry: checks it, screens it, seals it, and says yes only when it is safe. */
@Component
class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final ClinicContent content;
    private final RedFlags screener;
    private final Senders senders;
    private final InquirySealer sealer;
    private final InquiryPublisher publisher;
    private final Clock clock;
    private final RecentKeys recentKeys = new RecentKeys();
    private final Counter accepted;
    private final Counter canaries;

    Reception(
            ClinicContent content,
            RedFlags screener,
            Senders senders,
            InquirySealer sealer,
            InquiryPublisher publisher,
            Clock clock,
            MeterRegistry metrics) {
        this.content = content;
        this.screener = screener;
        this.senders = senders;
        this.sealer = sealer;
        this.publisher = publisher;
        this.clock = clock;
        this.accepted = Counter.builder("foramen.inquiries.accepted")
                .description("Inquiries answered with a receipt")
                .register(metrics);
        this.canaries = Counter.builder("foramen.inquiries.canaries")
                .description("Inquiries answered with a receipt that say that nobody sent them")
                .register(metrics);
    }

    /** The same key with the same content is the same inquiry, whoever asks and how often. */
    AdmissionResult receive(InquiryRequest request, SubmissionContext context) {
        return RequestCheck.check(request, content).fold(inquiry -> receive(inquiry, context), Invalid::new);
    }

    private AdmissionResult receive(CheckedInquiry inquiry, SubmissionContext context) {
        InquiryId id = idOf(context.key(), inquiry);
        Screening screening = screener.screen(inquiry.message());
        Instant received = recentKeys.acceptedAt(context.key(), id).orElseGet(clock::instant);
        Taken taken = new Taken(receipt(id, received, inquiry, screening, context));
        return switch (recentKeys.claim(context.key(), id)) {
            case TAKEN -> new KeyReused();
            case ACCEPTED -> taken;
            case FREE -> keep(event(id, received, inquiry, screening, context), context.key()) ? taken : new NotKept();
        };
    }

    private boolean keep(InquiryReceived event, String key) {
        boolean kept = false;
        try {
            kept = publisher.publish(sealer.seal(event));
        } finally {
            if (!kept) {
                recentKeys.release(key, event.id());
            }
        }
        if (kept) {
            recentKeys.accepted(key, event.id(), event.receivedAt());
            boolean isCanary = CanaryWords.in(event.message()).isPresent();
            (isCanary ? canaries : accepted).increment();
            log.info("Inquiry {} accepted", event.id());
        }
        return kept;
    }

    private Receipt receipt(
            InquiryId id, Instant received, CheckedInquiry inquiry, Screening screening, SubmissionContext context) {
        Person person = inquiry.person();
        boolean callFirst = screening.urgent() && person.phone() != null;
        boolean suspected = !context.suspicions().isEmpty()
                || !screening.urgent() && senders.business(inquiry.message()).isPresent();
        return new Receipt(
                id,
                screening.level(),
                received,
                callFirst ? ContactChannel.PHONE : person.preferredContact(),
                inquiry.consentToEmail(),
                suspected,
                inquiry.procedure(),
                person.preferredLanguage());
    }

    private InquiryReceived event(
            InquiryId id, Instant received, CheckedInquiry inquiry, Screening screening, SubmissionContext context) {
        String language = content.clinic()
                .nearestLanguage(context.shownIn().orElse(inquiry.person().preferredLanguage()));
        Consent consent = new Consent(
                inquiry.consentToEmail(),
                content.wordingIn(language).version(),
                language,
                context.shownIn().isPresent() ? ConsentChannel.PAGE : ConsentChannel.API);
        return new InquiryReceived(
                id,
                received,
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                inquiry.message(),
                inquiry.details(),
                consent,
                screening.findings().stream()
                        .map(finding -> new RedFlag(
                                finding.flag(), finding.words(), finding.level().wireName()))
                        .toList(),
                context.suspicions(),
                context.tokenHash().orElse(null));
    }

    private static InquiryId idOf(String key, CheckedInquiry inquiry) {
        return InquiryId.of(Sha256.of(key + '\0' + inquiry.canonical()));
    }
}
