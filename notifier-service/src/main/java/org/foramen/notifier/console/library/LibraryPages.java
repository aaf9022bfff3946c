package org.foramen.notifier.console.library;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.foramen.base.web.PdfResponse;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Stationery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Every handout, with what must be known of it, as a page, as a mail and as a PDF. */
@Controller
class LibraryPages {

    private final ClinicContent content;
    private final HandoutPdfs pdfs;
    private final PatientMail mail;

    LibraryPages(ClinicContent content, HandoutPdfs pdfs, Stationery stationery) {
        this.content = content;
        this.pdfs = pdfs;
        this.mail = new PatientMail(stationery, pdfs);
    }

    @GetMapping("/library")
    String list(Model model) {
        List<Shelved> handouts = content.library().all().stream()
                .sorted(Comparator.comparing(EducationSummary::title))
                .map(Shelved::of)
                .toList();
        model.addAttribute("handouts", handouts)
                .addAttribute("ending", content.approvals().ending())
                .addAttribute("today", LocalDate.now(content.clinic().timeZone()));
        return "library";
    }

    @GetMapping("/library/{id}/{language}")
    String page(@PathVariable String id, @PathVariable String language, Model model) {
        EducationSummary handout = find(id, language);
        model.addAttribute("handout", Shelved.of(handout)).addAttribute("html", handout.html(Medium.PAGE));
        return "handout";
    }

    @GetMapping("/library/{id}/{language}/mail")
    ResponseEntity<String> mail(@PathVariable String id, @PathVariable String language) {
        EducationSummary handout = find(id, language);
        return MailPreviewPages.page(mail.letter(InventedInquiry.asking(language, content), handout));
    }

    @GetMapping("/library/{id}/{language}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, @PathVariable String language) {
        EducationSummary handout = find(id, language);
        return PdfResponse.named(handout.pdfName()).body(pdfs.of(handout));
    }

    private EducationSummary find(String id, String language) {
        return content.library().all().stream()
                .filter(handout -> handout.id().equals(id) && handout.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A handout and its reading level. */
    record Shelved(EducationSummary summary, ReadingLevel reading) {

        static Shelved of(EducationSummary summary) {
            return new Shelved(summary, ReadingLevel.of(summary));
        }
    }
}
