package org.foramen.notifier.console.people;

import java.security.Principal;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.console.press.PressAnswer;
import org.foramen.notifier.operations.ExportFhir;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An inquiry as a file for a hospital's own software; it names the person, so the audit notes who saved it. */
@Controller
class PersonBundle {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json;charset=UTF-8");

    private final ExportFhir exporter;

    PersonBundle(ExportFhir exporter) {
        this.exporter = exporter;
    }

    /** The file, or the person's page with why there is none. */
    @PostMapping("/people/{id}/fhir")
    Object save(@PathVariable String id, Principal user, RedirectAttributes after) {
        InquiryId inquiry = PersonPage.known(id);
        return exporter.export(inquiry, user.getName())
                .<Object>fold(bundle -> file(inquiry, bundle), nothing -> new PressAnswer(false, nothing)
                        .on("/people/" + id, after));
    }

    private static ResponseEntity<String> file(InquiryId inquiry, String bundle) {
        ContentDisposition named = ContentDisposition.attachment()
                .filename(inquiry.reference() + ".fhir.json")
                .build();
        return ResponseEntity.ok()
                .contentType(FHIR)
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(bundle);
    }
}
