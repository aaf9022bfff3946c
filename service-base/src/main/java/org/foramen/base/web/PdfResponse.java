package org.foramen.base.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a PDF that browsers show, and save under its name. */
public final class PdfResponse {

    private PdfResponse() {}

    /** Begins such an answer; its body is still to come. */
    public static ResponseEntity.BodyBuilder named(String fileName) {
        ContentDisposition shown =
                ContentDisposition.inline().filename(fileName).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString());
    }
}
