package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foramen.content.ClinicContent;
import org.foramen.content.EducationSummary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every handout as the PDF that a person prints, or has read to them. */
class HandoutPdfTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));

    static List<EducationSummary> handouts() {
        return CONTENT.library().all();
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void isTaggedAndSaysItsLanguageAndTitle(EducationSummary handout) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(HandoutPdf.render(handout, CONTENT.clinic()))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(handout.language());
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(handout.title());
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(8.5f * 72);
            assertThat(new PDFTextStripper().getText(pdf)).contains(handout.title(), "911", "310-423-9716");
        }
    }
}
