package org.foramen.content.print;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;

/** Prints a handout to a tagged PDF (PDF/UA-1, PDF/A-3u) on Letter paper, which screen readers can read. */
final class HandoutPdf {

    private static final String REGULAR = "/fonts/OpenSans-Regular.ttf";
    private static final String BOLD = "/fonts/OpenSans-Bold.ttf";

    static {
        XRLog.setLoggerImpl(new PrintingLog());
    }

    private HandoutPdf() {}

    static byte[] render(EducationSummary handout, ClinicContent content) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(() -> open(REGULAR), "Open Sans", 400, null, true);
            builder.useFont(() -> open(BOLD), "Open Sans", 700, null, true);
            builder.useSVGDrawer(new BatikSVGDrawer());
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.withProducer("Foramen");
            builder.withHtmlContent(HandoutPage.of(handout, content), null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                nameLinks(renderer.getPdfDocument());
                renderer.getPdfDocument().save(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A handout's PDF cannot be made", e);
        }
        return pdf.toByteArray();
    }

    /** PDF/UA-1, 7.18.5: a link says where it leads; the library does not write it. */
    private static void nameLinks(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI target) {
                    link.setContents(target.getURI());
                }
            }
        }
    }

    private static InputStream open(String name) {
        InputStream stream = HandoutPdf.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is not in this program");
        }
        return stream;
    }
}
