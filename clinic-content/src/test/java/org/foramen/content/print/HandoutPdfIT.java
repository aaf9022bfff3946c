package org.foramen.content.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Every handout as the PDF that a person prints, or has read to them. */
class HandoutPdfIT {

    static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));

    private static final Map<EducationSummary, byte[]> PRINTED = new HashMap<>();
    private static final Pattern BOX = Pattern.compile("(?s)<section class=\"box[^>]*>(.*?)</section>");
    private static final Pattern LINE = Pattern.compile("(?s)<(?:h2|p|li)\\b[^>]*>(.*?)</(?:h2|p|li)>");

    private static final Path PDFS = Path.of("target/handouts");

    static List<EducationSummary> handouts() {
        return CONTENT.library().all();
    }

    /** Printed once for all tests. */
    static byte[] pdf(EducationSummary handout) {
        return PRINTED.computeIfAbsent(handout, first -> HandoutPdf.render(first, CONTENT));
    }

    /** Each handout as it is mailed to whom: for a part of the spine it has other words, and other lines. */
    static Stream<EducationSummary> printed() {
        return handouts().stream()
                .flatMap(handout ->
                        Stream.of("", "neck", "upper-back", "lower-back").map(handout::in))
                .distinct();
    }

    @BeforeAll
    static void startVeraPdf() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        Files.createDirectories(PDFS);
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void passesPdfUa(EducationSummary handout) throws Exception {
        byte[] pdf = pdf(handout);
        Files.write(PDFS.resolve(handout.pdfName()), pdf);

        assertThat(broken(pdf)).isEmpty();
    }

    @Test
    void passesPdfUaWithLinksToo(@TempDir Path folder) throws Exception {
        ClinicContent content = ContentCopy.in(folder)
                .change("general/en.md", text -> text + "\nRead [our page](https://www.clinic.example/spine).\n")
                .load();

        assertThat(broken(HandoutPdf.render(content.library().general("en"), content)))
                .isEmpty();
    }

    @Test
    void whatIsNoAccessiblePdfIsFound() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(plain);
        }

        assertThat(broken(plain.toByteArray())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void isTaggedAndSaysItsLanguageAndTitle(EducationSummary handout) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(pdf(handout))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(handout.language());
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(handout.title());
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(8.5f * 72);
            assertThat(new PDFTextStripper().getText(pdf)).contains(handout.title(), "911", "310-423-9716");
        }
    }

    @ParameterizedTest
    @MethodSource("printed")
    void fitsFourSheetsAndNoBoxIsCutByTheEndOfOne(EducationSummary handout) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(pdf(handout))) {
            List<String> sheets = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                sheets.add(words(text(pdf, page)));
            }
            List<List<String>> boxes = BOX.matcher(handout.html(Medium.PRINT))
                    .results()
                    .map(box -> linesOf(box.group(1)))
                    .toList();

            assertThat(sheets).hasSizeLessThanOrEqualTo(4);
            assertThat(boxes).hasSizeGreaterThanOrEqualTo(4);
            assertThat(boxes).allSatisfy(lines -> assertThat(sheets)
                    .anySatisfy(sheet -> assertThat(sheet).contains(lines)));
        }
    }

    private static List<String> linesOf(String html) {
        return LINE.matcher(html)
                .results()
                .map(line -> words(line.group(1).replaceAll("<[^>]+>", "")))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Without spaces, which a PDF may lay elsewhere. */
    static String words(String text) {
        return text.replace("&#160;", "")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\u00a0]+", "");
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void fitsFourSheetsWithTheRedBoxInFrontAndThePhoneOnEach(EducationSummary handout) throws Exception {
        String red = CONTENT.wordingIn(handout.language()).handoutLines().get(0);
        try (PDDocument pdf = Loader.loadPDF(pdf(handout))) {
            int pages = pdf.getNumberOfPages();

            assertThat(pages).isLessThanOrEqualTo(4);
            assertThat(text(pdf, 1) + text(pdf, 2)).contains(red);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page)).contains("310-423-9716");
            }
            for (int page = 1; page < pages; page++) {
                assertThat(filled(pdf, page)).as("sheet " + page).isGreaterThan(1 / 3.0);
            }
        }
    }

    /** How far down the sheet something stands, the foot aside. */
    private static double filled(PDDocument pdf, int page) throws IOException {
        BufferedImage sheet = new PDFRenderer(pdf).renderImageWithDPI(page - 1, 36);
        int last = 0;
        for (int y = 0; y < sheet.getHeight() * 0.92; y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                last = (sheet.getRGB(x, y) & 0xffffff) == 0xffffff ? last : y;
            }
        }
        return (double) last / sheet.getHeight();
    }

    @Test
    void itsCodeLeadsToThePublicPage() throws Exception {
        EducationSummary handout = CONTENT.library().general("es");
        try (PDDocument pdf = Loader.loadPDF(pdf(handout))) {
            BufferedImage sheet = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            int[] pixels = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
            BinaryBitmap image = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(sheet.getWidth(), sheet.getHeight(), pixels)));

            assertThat(new QRCodeReader()
                            .decode(image, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo("https://ask.clinic.example/handouts/general/es");
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper one = new PDFTextStripper();
        one.setStartPage(page);
        one.setEndPage(page);
        return one.getText(pdf);
    }

    /** The rules of PDF/UA-1 that a machine can check and that this file breaks. */
    private static Set<String> broken(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .collect(Collectors.toSet());
        }
    }
}
