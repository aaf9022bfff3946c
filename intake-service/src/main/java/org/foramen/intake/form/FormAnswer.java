package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.foramen.intake.admission.AdmissionResult;
import org.foramen.intake.admission.AdmissionResult.Busy;
import org.foramen.intake.admission.AdmissionResult.Invalid;
import org.foramen.intake.admission.AdmissionResult.KeyReused;
import org.foramen.intake.admission.AdmissionResult.NotKept;
import org.foramen.intake.admission.AdmissionResult.NotShown;
import org.foramen.intake.admission.AdmissionResult.Taken;
import org.foramen.intake.admission.AdmissionResult.TooSoon;
import org.foramen.intake.limits.RetryAfter;
import org.foramen.intake.page.PageAddress;
import org.foramen.intake.page.Pages;
import org.foramen.intake.receipt.ReceiptAddresses;
import org.foramen.intake.receipt.ReceiptNote;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page that a sent form is answered with. */
record FormAnswer(
        FilledForm filled,
        FormView view,
        ReceiptAddresses receipts,
        HttpServletRequest request,
        HttpServletResponse response,
        Locale locale)
        implements AdmissionResult.Cases<ModelAndView> {

    @Override
    public ModelAndView on(Taken taken) {
        String path = receipts.path(ReceiptNote.of(taken.receipt()));
        return Pages.seeOther(PageAddress.of(request, path), locale);
    }

    @Override
    public ModelAndView on(Invalid invalid) {
        return show(filled.withProblems(invalid.problems()), HttpStatus.BAD_REQUEST);
    }

    @Override
    public ModelAndView on(TooSoon soon) {
        return show(filled.in("soon"), HttpStatus.FORBIDDEN);
    }

    @Override
    public ModelAndView on(NotShown missing) {
        return anew();
    }

    @Override
    public ModelAndView on(Busy busy) {
        return later("busy", HttpStatus.TOO_MANY_REQUESTS, busy.pause());
    }

    @Override
    public ModelAndView on(KeyReused reused) {
        return anew();
    }

    @Override
    public ModelAndView on(NotKept refused) {
        return later("refused", HttpStatus.SERVICE_UNAVAILABLE, refused.retryAfter());
    }

    /** With a token that is as new as any: none is good at once, else who has one has as many as he likes. */
    private ModelAndView anew() {
        return show(filled.carrying("").in("again"), HttpStatus.FORBIDDEN);
    }

    private ModelAndView later(String trouble, HttpStatus status, Duration wait) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RetryAfter.of(wait));
        return show(filled.in(trouble), status);
    }

    private ModelAndView show(FilledForm form, HttpStatus status) {
        response.setStatus(status.value());
        return view.show(form, request, locale);
    }

    @Override
    public String toString() {
        return "FormAnswer[not shown]";
    }
}
