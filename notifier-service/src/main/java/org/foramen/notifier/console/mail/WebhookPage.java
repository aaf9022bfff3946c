package org.foramen.notifier.console.mail;

import java.security.Principal;
import java.time.Instant;
import org.foramen.notifier.console.press.PressAnswer;
import org.foramen.notifier.console.press.WayBack;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.console.view.Page;
import org.foramen.notifier.webhook.WebhookDeliveries;
import org.foramen.notifier.webhook.WebhookQueue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What others were told by HTTP, newest first, and telling it again. */
@Controller
class WebhookPage {

    private final WebhookQueue queue;
    private final WebhookDeliveries deliveries;
    private final ConsoleWording words;

    WebhookPage(WebhookQueue queue, WebhookDeliveries deliveries, ConsoleWording words) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.words = words;
    }

    @GetMapping("/mail/webhooks")
    String show(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("gone", queue.gone()).addAttribute("sheet", Page.of(page, deliveries::newest));
        return "webhooks";
    }

    @PostMapping("/act/webhook")
    String replay(
            @RequestParam String target,
            @RequestParam long number,
            WayBack back,
            Principal user,
            RedirectAttributes after) {
        boolean replayed = deliveries.replay(target, number, user.getName(), Instant.now());
        return new PressAnswer(replayed, words.told(replayed ? "webhook" : "webhook-none"))
                .on(back.or("/mail/webhooks"), after);
    }
}
