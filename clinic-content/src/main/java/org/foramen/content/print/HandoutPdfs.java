package org.foramen.content.print;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;

/** The handouts' PDFs: each is printed when it is first needed, by whoever needs it, and kept in memory. */
public final class HandoutPdfs {

    /** A PDF has about 100 KB; a library of fifty handouts in two languages fits. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final ClinicContent content;
    private final Cache<EducationSummary, byte[]> printed = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((EducationSummary handout, byte[] pdf) -> pdf.length)
            .build();

    public HandoutPdfs(ClinicContent content) {
        this.content = content;
    }

    /** Prints it if need be; whoever wants the same one meanwhile waits. */
    public byte[] of(EducationSummary handout) {
        return printed.get(handout, this::print);
    }

    /** One at a time: printing takes much more memory than what it makes. */
    private synchronized byte[] print(EducationSummary handout) {
        return HandoutPdf.render(handout, content);
    }
}
