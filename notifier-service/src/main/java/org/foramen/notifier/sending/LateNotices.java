package org.foramen.notifier.sending;

import java.time.Clock;
import java.time.Duration;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.stereotype.Component;

/** What tells the clinic of trouble must not wait for the inbox that is in trouble. */
@Component
class LateNotices {

    private final String fallbackInbox;
    private final Duration fallbackAfter;
    private final Clock clock;

    LateNotices(ClinicContent content, NotifierSettings settings, Clock clock) {
        this.fallbackInbox = content.clinic().fallbackInbox();
        this.fallbackAfter = settings.retry().clinicFallbackAfter();
        this.clock = clock;
    }

    /** The mail as it is to go: to the fallback inbox where it tells of trouble and was put off for long. */
    Mail redirected(Delivery delivery, Mail mail) {
        boolean putOff = delivery.attempts() > 1
                && !clock.instant().isBefore(delivery.owedSince().plus(fallbackAfter));
        boolean tellsOfTrouble = delivery.key().audience() == Audience.NOTICE
                && delivery.key().subject().kind() != SubjectKind.CANARY;
        return putOff && tellsOfTrouble ? mail.to(fallbackInbox) : mail;
    }
}
