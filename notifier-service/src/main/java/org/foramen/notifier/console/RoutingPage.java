package org.foramen.notifier.console;

import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryKind;
import org.foramen.notifier.answering.RoutePreview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Says where an inquiry would go and what it would be answered; nothing is sent. */
@Controller
class RoutingPage {

    private static final int LONGEST = 5_000;

    private final ClinicContent content;
    private final RoutePreview previews;

    RoutingPage(ClinicContent content, RoutePreview previews) {
        this.content = content;
        this.previews = previews;
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
