package org.foramen.content.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.DrawnShapes.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn on a printed handout beside its words: the logo, the red box, boxes to tick, lines to write on. */
class HandoutDrawingsIT {

    private static final int LOGO = 0x00ff00;
    private static final int INK = 0x1c2b33;
    private static final int WHITE = 0xffffff;
    private static final int RED = 0xa3180f;
    private static final int RED_GROUND = 0xfdf1f0;
    private static final int LINE = 0x4a5a63;
    private static final int SHEET_WIDTH = 612;

    static List<EducationSummary> handouts() {
        return HandoutPdfIT.handouts();
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void eachQuestionToTakeAlongHasABoxToTick(EducationSummary handout) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(HandoutPdfIT.pdf(handout))) {
            List<Shape> shapes = DrawnShapes.of(pdf);
            List<Shape> boxes = tickBoxes(shapes);

            assertThat(boxes).hasSameSizeAs(handout.questions()).hasSizeGreaterThanOrEqualTo(3);
            for (int i = 0; i < boxes.size(); i++) {
                Shape box = boxes.get(i);
                Rectangle2D at = box.at();
                double right = at.getMaxX() + 1;
                Rectangle2D line = new Rectangle2D.Double(right, at.getY(), SHEET_WIDTH - right, at.getHeight() + 4);
                String beside = HandoutPdfIT.words(textIn(line, box.sheet(), pdf));

                assertThat(beside).as("the words beside box " + i).hasSizeGreaterThan(5);
                assertThat(HandoutPdfIT.words(handout.questions().get(i))).startsWith(beside);
                assertThat(edges(box, INK, shapes)).hasSize(4);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void belowTheQuestionsThereAreLinesForOwnOnes(EducationSummary handout) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(HandoutPdfIT.pdf(handout))) {
            List<Shape> shapes = DrawnShapes.of(pdf);
            List<Shape> boxes = tickBoxes(shapes);
            Shape last = boxes.get(boxes.size() - 1);

            assertThat(shapes)
                    .filteredOn(shape -> shape.colour() == LINE && shape.at().getWidth() > SHEET_WIDTH / 2.0)
                    .hasSize(3)
                    .allSatisfy(line -> {
                        assertThat(line.sheet()).isEqualTo(last.sheet());
                        assertThat(line.at().getHeight()).isLessThan(1.5);
                        assertThat(line.at().getY()).isGreaterThan(last.at().getMaxY() + 10);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void theSignsOfAnEmergencyStandInARedBoxInFront(EducationSummary handout) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(HandoutPdfIT.pdf(handout))) {
            List<Shape> shapes = DrawnShapes.of(pdf);
            List<Shape> boxes = shapes.stream()
                    .filter(shape -> shape.colour() == RED_GROUND)
                    .toList();

            assertThat(boxes).hasSize(1);
            Shape box = boxes.get(0);
            assertThat(box.sheet()).isLessThanOrEqualTo(2);
            List<String> lines =
                    HandoutPdfIT.CONTENT.wordingIn(handout.language()).handoutLines();
            assertThat(HandoutPdfIT.words(textIn(box.at(), box.sheet(), pdf)))
                    .contains(lines.subList(0, 6).stream()
                            .map(HandoutPdfIT::words)
                            .toList());
            assertThat(edges(box, RED, shapes)).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void theLogoStandsAtTheTopOfTheFirstSheetAlone(EducationSummary handout) throws IOException {
        assertThat(logos(0x1f7a86, HandoutPdfIT.pdf(handout))).singleElement().satisfies(logo -> {
            assertThat(logo.sheet()).isEqualTo(1);
            assertThat(logo.at().getMaxY()).isLessThan(100);
            assertThat(logo.at().getMaxX()).isLessThan(100);
        });
    }

    @Test
    void theLogoIsTheClinicsOwn(@TempDir Path folder) throws IOException {
        ClinicContent content = ContentCopy.in(folder)
                .change("logo.svg", svg -> svg.replace("#1f7a86", "#7a1f86"))
                .load();
        byte[] pdf = HandoutPdf.render(content.library().general("en"), content);

        assertThat(logos(0x7a1f86, pdf)).hasSize(1);
        assertThat(logos(0x1f7a86, pdf)).isEmpty();
    }

    @Test
    void aWideLogoOfPixelsIsNotSquashed(@TempDir Path folder) throws IOException {
        ContentCopy copy =
                ContentCopy.in(folder).change("clinic.yml", yaml -> yaml.replaceFirst("logo: .*", "logo: brand.png"));
        ImageIO.write(filled(600, 200), "png", folder.resolve("brand.png").toFile());
        ClinicContent content = copy.load();

        try (PDDocument pdf = Loader.loadPDF(HandoutPdf.render(content.library().general("en"), content))) {
            Rectangle2D logo = seen(new PDFRenderer(pdf).renderImage(0));

            assertThat(logo.getWidth()).isCloseTo(120, within(2.0));
            assertThat(logo.getHeight()).isCloseTo(40, within(2.0));
            assertThat(logo.getMaxY()).isLessThan(100);
            assertThat(HandoutPdfIT.words(textIn(logo, 1, pdf)))
                    .as("what the logo covers")
                    .isEmpty();
        }
    }

    private static BufferedImage filled(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Arrays.setAll(((DataBufferInt) picture.getRaster().getDataBuffer()).getData(), pixel -> LOGO);
        return picture;
    }

    /** Where pixels of the logo's colour are. */
    private static Rectangle2D seen(BufferedImage sheet) {
        Rectangle bounds = new Rectangle(-1, -1);
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                if ((sheet.getRGB(x, y) & WHITE) == LOGO) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return bounds;
    }

    private static List<Shape> logos(int colour, byte[] printed) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            return DrawnShapes.of(pdf).stream()
                    .filter(shape -> shape.colour() == colour)
                    .toList();
        }
    }

    private static List<Shape> tickBoxes(List<Shape> shapes) {
        return shapes.stream()
                .filter(shape -> shape.colour() == WHITE && isBox(shape.at()))
                .toList();
    }

    private static boolean isBox(Rectangle2D at) {
        return at.getWidth() > 7 && at.getWidth() < 11 && Math.abs(at.getWidth() - at.getHeight()) < 0.5;
    }

    /** The sides of this colour that it has. */
    private static List<Shape> edges(Shape box, int colour, List<Shape> shapes) {
        Rectangle2D at = box.at();
        Rectangle2D around =
                new Rectangle2D.Double(at.getX() - 6, at.getY() - 2, at.getWidth() + 8, at.getHeight() + 4);
        return shapes.stream()
                .filter(shape -> shape.sheet() == box.sheet() && shape.colour() == colour)
                .filter(shape -> around.contains(shape.at()))
                .toList();
    }

    private static String textIn(Rectangle2D area, int sheet, PDDocument pdf) throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion("area", area);
        stripper.extractRegions(pdf.getPage(sheet - 1));
        return stripper.getTextForRegion("area");
    }
}
