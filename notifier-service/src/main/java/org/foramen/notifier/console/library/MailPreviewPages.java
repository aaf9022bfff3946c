package org.foramen.notifier.console.library;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
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
        Map<String, MailKind> kinds = new LinkedHashMap<>();
        mails().forEach((name, mail) -> {
            String language = languageOf(name);
            String kind = name.substring(0, name.length() - language.length());
            kinds.computeIfAbsent(kind, first -> new MailKind(first, mail, new LinkedHashMap<>()))
                    .versions()
                    .put(inWords(language), name);
        });
        model.addAttribute("kinds", kinds.values());
        return "mails";
    }

    /** The end of a mail's name that says its language, such as {@code -es}; empty where it is in one language only. */
    private String languageOf(String name) {
        return stationery.content().clinic().languages().stream()
                .map(language -> "-" + language)
                .filter(name::endsWith)
                .findFirst()
                .orElse("");
    }

    private static String inWords(String end) {
        return end.isEmpty()
                ? "as it is"
                : "in " + Locale.forLanguageTag(end.substring(1)).getDisplayLanguage(Locale.ENGLISH);
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

    /**
     * One kind of mail.
     *
     * @param first the one in the clinic's first language
     * @param versions the names of all, by what a link to it says, such as {@code in Spanish}
     */
    record MailKind(String name, Mail first, Map<String, String> versions) {

        /** Such as {@code patient today}. */
        public String title() {
            return name.replace('-', ' ');
        }
    }
}
