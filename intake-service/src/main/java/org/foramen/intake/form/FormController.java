package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.foramen.intake.admission.Admission;
import org.foramen.intake.admission.Credentials;
import org.foramen.intake.limits.Clients;
import org.foramen.intake.limits.SameOrigin;
import org.foramen.intake.page.PageAddress;
import org.foramen.intake.receipt.ReceiptAddresses;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.SubmissionProof;
import org.foramen.intake.validation.InquiryRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes forms that were sent. What is not taken is shown again as it was filled in, with the reason. */
@Controller
@RequestMapping({"", PageAddress.FRAMED})
class FormController {

    private final SameOrigin origin;
    private final Clients clients;
    private final Admission admission;
    private final FormView view;
    private final ReceiptAddresses receipts;

    FormController(SameOrigin origin, Clients clients, Admission admission, FormView view, ReceiptAddresses receipts) {
        this.origin = origin;
        this.clients = clients;
        this.admission = admission;
        this.view = view;
        this.receipts = receipts;
    }

    /**
     * @param submission the token
     * @param altcha the proof of work, under the name that ALTCHA's own widget gives it
     * @param topic what stands in the field that nobody sees
     */
    @PostMapping("/inquiries")
    ModelAndView send(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String altcha,
            @RequestParam(defaultValue = "") String topic,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        InquiryRequest typed = new SentFields(sent).inquiry();
        Credentials.Form form = new Credentials.Form(
                FormScope.of(typed.kind(), typed.procedure()),
                new SubmissionProof(submission, altcha, topic),
                origin.isForeign(request),
                locale.toLanguageTag());
        FilledForm filled = new FilledForm(typed, submission, List.of(), null);
        return admission
                .admit(typed, form, clients.of(request))
                .fold(new FormAnswer(filled, view, receipts, request, response, locale));
    }
}
