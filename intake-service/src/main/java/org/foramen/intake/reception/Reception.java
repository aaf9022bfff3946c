package org.foramen.intake.reception;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Consent;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.RedFlag;
import org.foramen.contract.sealing.InquirySealer;
import org.foramen.intake.publish.InquiryPublisher;
import org.foramen.intake.screening.RedFlags;
import org.foramen.intake.screening.Screening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one inquiry: checks it, screens it, seals it, and says yes only when it is safe. */
@Component
public class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final ClinicContent content;
    private final RedFlags screener;
    private final InquirySealer sealer;
    private final InquiryPublisher publisher;
    private final Clock clock;
    private final RecentKeys recentKeys = new RecentKeys();
    private final Counter accepted;

    Reception(
            ClinicContent content,
            RedFlags screener,
            InquirySealer sealer,
            InquiryPublisher publisher,
            Clock clock,
            MeterRegistry metrics) {
        this.content = content;
        this.screener = screener;
        this.sealer = sealer;
        this.publisher = publisher;
        this.clock = clock;
        this.accepted = Counter.builder("foramen.inquiries.accepted")
                .description("Inquiries answered with a receipt")
                .register(metrics);
    }

    /**
     * Takes an inquiry. The same key with the same content is the same inquiry, whoever asks and how often.
     *
     * @throws InvalidInquiry when a field breaks its rule
     * @throws KeyReused when the key came with other content before
     * @throws org.foramen.intake.publish.InquiryNotAccepted when it can be kept nowhere
     */
    public Receipt receive(InquiryRequest request, SubmissionContext arrival) {
        CheckedInquiry inquiry = RequestCheck.check(request, content);
        InquiryId id = idOf(arrival.key(), inquiry);
        Screening screening = screener.screen(inquiry.message());
        Receipt receipt = new Receipt(id, screening.guidance());
        if (!recentKeys.knows(arrival.key(), id)) {
            publisher.publish(sealer.seal(event(id, inquiry, screening, arrival)));
            recentKeys.remember(arrival.key(), id);
            accepted.increment();
            log.info("Inquiry {} accepted", id);
        }
        return receipt;
    }

    private InquiryReceived event(
            InquiryId id, CheckedInquiry inquiry, Screening screening, SubmissionContext arrival) {
        String language = content.clinic()
                .nearestLanguage(arrival.shownIn().orElse(inquiry.person().preferredLanguage()));
        Consent consent = new Consent(
                inquiry.consentToEmail(), content.wordingIn(language).version(), language);
        return new InquiryReceived(
                id,
                clock.instant(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                inquiry.message(),
                inquiry.details(),
                consent,
                screening.findings().stream()
                        .map(finding -> new RedFlag(
                                finding.flag(),
                                finding.words(),
                                finding.guidance().wireName()))
                        .toList(),
                arrival.suspicions());
    }

    private static InquiryId idOf(String key, CheckedInquiry inquiry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return InquiryId.of(digest.digest(inquiry.canonical().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
