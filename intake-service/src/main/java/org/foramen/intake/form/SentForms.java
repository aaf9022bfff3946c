package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foramen.intake.admission.BotCheck;
import org.foramen.intake.admission.BotVerdict;
import org.foramen.intake.admission.RejectionMetrics;
import org.foramen.intake.admission.SameOrigin;
import org.foramen.intake.limits.Client;
import org.foramen.intake.limits.Clients;
import org.foramen.intake.limits.RateLimits;
import org.foramen.intake.publish.InquiryNotAccepted;
import org.foramen.intake.reception.InquiryRequest;
import org.foramen.intake.reception.InvalidInquiry;
import org.foramen.intake.reception.KeyReused;
import org.foramen.intake.reception.Receipt;
import org.foramen.intake.reception.Reception;
import org.foramen.intake.reception.SubmissionContext;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.SubmissionProof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes forms that were sent. What is not taken is shown again as it was filled in, with the reason. */
@Controller
@RequestMapping({"", PageAddress.FRAMED})
class SentForms {

    private static final Logger log = LoggerFactory.getLogger(SentForms.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final SameOrigin origin;
    private final BotCheck gate;
    private final Clients clients;
    private final RateLimits limits;
    private final Reception reception;
    private final FormView view;
    private final RejectionMetrics turnedAway;

    SentForms(
            SameOrigin origin,
            BotCheck gate,
            Clients clients,
            RateLimits limits,
            Reception reception,
            FormView view,
            RejectionMetrics turnedAway) {
        this.origin = origin;
        this.gate = gate;
        this.clients = clients;
        this.limits = limits;
        this.reception = reception;
        this.view = view;
        this.turnedAway = turnedAway;
    }

    /**
     * @param submission the token
     * @param altcha the proof of work, under the name that ALTCHA's own widget gives it
     * @param topic what stands in the field that nobody sees
     */
    @PostMapping("/inquiries")
    ModelAndView send(
            InquiryRequest typed,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String altcha,
            @RequestParam(defaultValue = "") String topic,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Sent sent = new Sent(new FilledForm(typed, submission, List.of(), null), request, response, locale);
        if (origin.isForeign(request)) {
            return again(sent, sent.filled().carrying(""), "again", HttpStatus.FORBIDDEN);
        }
        FormScope scope = FormScope.of(typed.kind(), typed.procedure());
        BotVerdict entry = gate.enter(typed, scope, new SubmissionProof(submission, altcha, topic));
        if (entry instanceof BotVerdict.Granted granted) {
            return take(sent, granted);
        }
        if (entry instanceof BotVerdict.NotShown missing) {
            FilledForm filled = missing.shownBefore()
                    ? view.renewed(sent.filled())
                    : sent.filled().carrying("");
            return again(sent, filled, "again", HttpStatus.FORBIDDEN);
        }
        return again(sent, sent.filled(), "soon", HttpStatus.FORBIDDEN);
    }

    private ModelAndView take(Sent sent, BotVerdict.Granted granted) {
        Client client = clients.of(sent.request());
        Duration wait = limits.take(client);
        if (!wait.isZero()) {
            return later(sent, "busy", HttpStatus.TOO_MANY_REQUESTS, wait);
        }
        FilledForm filled = sent.filled();
        SubmissionContext arrival = new SubmissionContext(
                "form:" + filled.submission(), Optional.of(sent.locale().toLanguageTag()), granted.suspicions());
        try {
            Receipt receipt = reception.receive(filled.typed(), arrival);
            String path = FormView.receiptPath(receipt.id().reference(), receipt.guidance());
            return view.seeOther(PageAddress.of(sent.request(), path), sent.locale());
        } catch (InvalidInquiry invalid) {
            limits.giveBack(client);
            sent.response().setStatus(HttpStatus.BAD_REQUEST.value());
            return view.show(filled.withProblems(invalid.problems()), sent.request(), sent.locale());
        } catch (KeyReused changed) {
            limits.giveBack(client);
            return again(sent, view.renewed(filled), "again", HttpStatus.FORBIDDEN);
        } catch (InquiryNotAccepted refused) {
            limits.giveBack(client);
            log.error("An inquiry was not accepted: {}", refused.getMessage());
            return later(sent, "refused", HttpStatus.SERVICE_UNAVAILABLE, RETRY_AFTER);
        }
    }

    private ModelAndView later(Sent sent, String trouble, HttpStatus status, Duration wait) {
        sent.response().setHeader(HttpHeaders.RETRY_AFTER, RetryAfter.of(wait));
        return again(sent, sent.filled(), trouble, status);
    }

    private ModelAndView again(Sent sent, FilledForm filled, String trouble, HttpStatus status) {
        turnedAway.count(trouble);
        sent.response().setStatus(status.value());
        return view.show(filled.in(trouble), sent.request(), sent.locale());
    }

    /** One post and the way back. */
    private record Sent(FilledForm filled, HttpServletRequest request, HttpServletResponse response, Locale locale) {}
}
