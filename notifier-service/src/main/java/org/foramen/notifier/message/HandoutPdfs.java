package org.foramen.notifier.message;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.foramen.content.ClinicContent;
import org.foramen.content.EducationSummary;

/** The handouts' PDFs: each is made once, when it is first needed, and kept. */
public final class HandoutPdfs {

    private final ClinicContent content;
    private final Map<String, Attachment> made = new ConcurrentHashMap<>();

    public HandoutPdfs(ClinicContent content) {
        this.content = content;
    }

    /** Makes all of them, so that the first patient need not wait. */
    public void makeAll() {
        content.library().all().forEach(this::of);
    }

    public Attachment of(EducationSummary handout) {
        return made.computeIfAbsent(
                handout.hash(),
                hash -> new Attachment(
                        handout.pdfName(), "application/pdf", HandoutPdf.render(handout, content.clinic())));
    }
}
