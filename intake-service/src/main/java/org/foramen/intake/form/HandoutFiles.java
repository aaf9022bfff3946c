package org.foramen.intake.form;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.foramen.base.web.PdfResponse;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.HandoutPdfs;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.ErrorResponseException;

/** The handouts to print, as public as their pages. */
@Component
class HandoutFiles {

    /** Printing takes seconds and goes one by one; those who wait for it must not take the pages' threads. */
    private static final int MOST_WAITING = 4;

    private static final Duration KEPT_BY_BROWSERS = Duration.ofHours(1);

    private final ClinicContent content;
    private final HandoutPdfs pdfs;
    private final Semaphore places = new Semaphore(MOST_WAITING);

    HandoutFiles(ClinicContent content, HandoutPdfs pdfs) {
        this.content = content;
        this.pdfs = pdfs;
    }

    /** The handout of an address, in a language that the clinic has, however it is written; empty when there is none. */
    Optional<EducationSummary> find(String id, String language) {
        return content.clinic().spoken(language).flatMap(spoken -> content.library()
                .named(id, spoken));
    }

    ResponseEntity<byte[]> pdf(EducationSummary handout) {
        byte[] pdf = printed(handout);
        return PdfResponse.named(handout.pdfName())
                // nothing in it runs; what shows a PDF in browsers brings styles of its own
                .header("Content-Security-Policy", "frame-ancestors 'none'")
                .cacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePublic())
                .eTag(DigestUtils.md5DigestAsHex(pdf))
                .body(pdf);
    }

    private byte[] printed(EducationSummary handout) {
        if (!places.tryAcquire()) {
            ErrorResponseException busy = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
            busy.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
            throw busy;
        }
        try {
            return pdfs.of(handout);
        } finally {
            places.release();
        }
    }
}
