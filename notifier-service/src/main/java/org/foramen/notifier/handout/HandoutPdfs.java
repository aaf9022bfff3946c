package org.foramen.notifier.handout;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handouts' PDFs: each is made once, when it is first needed, and kept. */
public final class HandoutPdfs {

    private static final Logger log = LoggerFactory.getLogger(HandoutPdfs.class);

    private final ClinicContent content;
    private final @Nullable PdfDiskCache kept;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    /** Keeps them in memory only. */
    public HandoutPdfs(ClinicContent content) {
        this.content = content;
        this.kept = null;
    }

    /** @param folder where they are kept from one start to the next */
    public HandoutPdfs(ClinicContent content, Path folder) {
        this.content = content;
        this.kept = new PdfDiskCache(folder);
    }

    /** Makes all of them, so that the first patient need not wait. */
    public void makeAll() {
        content.library().all().forEach(this::make);
        if (kept != null) {
            kept.forgetOthers();
        }
    }

    private void make(EducationSummary handout) {
        try {
            of(handout);
        } catch (RuntimeException e) {
            log.error("The handout {} cannot be printed", handout.pdfName(), e);
        }
    }

    public byte[] of(EducationSummary handout) {
        return made.computeIfAbsent(handout.hash(), hash -> pdf(handout));
    }

    private byte[] pdf(EducationSummary handout) {
        String page = HandoutPdf.page(handout, content.clinic());
        return kept == null ? HandoutPdf.print(page) : kept.of(page);
    }
}
