package org.foramen.notifier.console.library;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.preview.MailPreviews;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Each kind of mail, as invented people and the front desk would get it: those that {@code preview-mails} writes. */
@Controller
class MailPreviewPages {

    /** A mail's looks stand in its elements; apart from them it may do nothing. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

    private final Stationery stationery;
    private final HandoutPdfs pdfs;

    MailPreviewPages(Stationery stationery, HandoutPdfs pdfs) {
        this.stationery = stationery;
        this.pdfs = pdfs;
    }

    @GetMapping("/library/mails")
    String list(Model model) {
        model.addAttribute("mails", mails());
        return "mails";
    }

    @GetMapping("/library/mails/{name}")
    ResponseEntity<String> mail(@PathVariable String name) {
        Mail mail = mails().get(name);
        if (mail == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page(mail);
    }

    /** A mail as a page of its own. */
    static ResponseEntity<String> page(Mail mail) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(mail.html());
    }

    private Map<String, Mail> mails() {
        return MailPreviews.withoutPdfs(stationery, pdfs);
    }
}
