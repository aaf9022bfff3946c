package org.foramen.notifier.console.library;

import org.foramen.base.screening.RedFlags;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryKind;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.preview.RoutePreview;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Says how a sentence is read, where an inquiry would go and what it would be answered; nothing is sent, kept or logged. */
@Controller
class RoutingPage {

    private static final int LONGEST = 5_000;

    private final ClinicContent content;
    private final RoutePreview previews;
    private final ProcedureMatcher matcher;
    private final ObjectProvider<RedFlags> redFlags;

    RoutingPage(
            ClinicContent content, RoutePreview previews, ProcedureMatcher matcher, ObjectProvider<RedFlags> redFlags) {
        this.content = content;
        this.previews = previews;
        this.matcher = matcher;
        this.redFlags = redFlags;
    }

    @GetMapping("/routing")
    String ask(Model model) {
        return fill(new Sample("contact", "", content.clinic().defaultLanguage(), "", false), model);
    }

    @PostMapping("/routing")
    String show(Sample sample, Model model) {
        try {
            model.addAttribute(
                    "preview",
                    previews.of(
                            sample.kind(),
                            sample.chosenProcedure(),
                            sample.language(),
                            sample.message(),
                            Boolean.TRUE.equals(sample.urgent())));
            model.addAttribute("read", SentenceRead.of(sample.message(), redFlags.getObject(), matcher));
        } catch (IllegalArgumentException e) {
            model.addAttribute("problem", "The form would refuse this: " + e.getMessage() + ".");
        }
        return fill(sample, model);
    }

    private String fill(Sample sample, Model model) {
        model.addAttribute("sample", sample)
                .addAttribute("kinds", InquiryKind.values())
                .addAttribute("procedures", content.library().procedures())
                .addAttribute("languages", content.clinic().languages());
        return "routing";
    }

    /**
     * What a visitor might fill in.
     *
     * @param procedure empty when none is chosen
     * @param urgent browsers leave out a box that is not ticked
     */
    record Sample(String kind, @Nullable String procedure, String language, String message, @Nullable Boolean urgent) {

        Sample {
            urgent = Boolean.TRUE.equals(urgent);
            message = message == null ? "" : message.substring(0, Math.min(LONGEST, message.length()));
        }

        @Nullable String chosenProcedure() {
            return procedure == null || procedure.isEmpty() ? null : procedure;
        }
    }
}
