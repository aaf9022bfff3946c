package org.foramen.intake.admission;

import java.time.Duration;
import org.foramen.intake.admission.AdmissionResult.Busy;
import org.foramen.intake.admission.AdmissionResult.Taken;
import org.foramen.intake.limits.Client;
import org.foramen.intake.limits.RateLimits;
import org.foramen.intake.validation.InquiryRequest;
import org.springframework.stereotype.Component;

/** The one door: whatever a page or a program sends is looked at for robots, counted, checked, and kept safe, or is not. */
@Component
public class Admission {

    private final BotCheck robots;
    private final RateLimits limits;
    private final Reception reception;
    private final RejectionMetrics rejections;

    Admission(BotCheck robots, RateLimits limits, Reception reception, RejectionMetrics rejections) {
        this.robots = robots;
        this.limits = limits;
        this.reception = reception;
        this.rejections = rejections;
    }

    public AdmissionResult admit(InquiryRequest typed, Credentials.Form form, Client client) {
        return admit(typed, robots.check(typed, form), client);
    }

    public AdmissionResult admit(InquiryRequest typed, Credentials.Program program, Client client) {
        return admit(typed, robots.check(typed, program), client);
    }

    private AdmissionResult admit(InquiryRequest typed, BotVerdict verdict, Client client) {
        AdmissionResult result = verdict.fold(context -> receive(typed, context, client), refusal -> refusal);
        rejections.count(result);
        return result;
    }

    /** What was not taken after all does not count against its sender. */
    private AdmissionResult receive(InquiryRequest typed, SubmissionContext context, Client client) {
        Duration wait = limits.take(client);
        if (!wait.isZero()) {
            return new Busy(wait);
        }
        AdmissionResult result = reception.receive(typed, context);
        if (!(result instanceof Taken)) {
            limits.giveBack(client);
        }
        return result;
    }
}
