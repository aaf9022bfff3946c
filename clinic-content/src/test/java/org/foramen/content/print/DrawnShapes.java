package org.foramen.content.print;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** What is drawn on the sheets of a PDF beside its letters: every area and line, its colour, and where it stands. */
final class DrawnShapes extends PDFGraphicsStreamEngine {

    /**
     * One of them.
     *
     * @param sheet from 1
     * @param at in points, from the top left corner of the sheet
     */
    record Shape(int sheet, int colour, Rectangle2D at) {}

    private final int sheet;
    private final List<Shape> found;
    private GeneralPath path = new GeneralPath();

    private DrawnShapes(PDPage page, int sheet, List<Shape> found) {
        super(page);
        this.sheet = sheet;
        this.found = found;
    }

    static List<Shape> of(PDDocument pdf) throws IOException {
        List<Shape> found = new ArrayList<>();
        int sheet = 1;
        for (PDPage page : pdf.getPages()) {
            new DrawnShapes(page, sheet++, found).processPage(page);
        }
        return found;
    }

    private void add(PDColor colour) throws IOException {
        Rectangle2D at = path.getBounds2D();
        double fromTop = getPage().getMediaBox().getHeight() - at.getMaxY();
        Rectangle2D there = new Rectangle2D.Double(at.getX(), fromTop, at.getWidth(), at.getHeight());
        found.add(new Shape(sheet, colour.toRGB(), there));
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        add(getGraphicsState().getNonStrokingColor());
        endPath();
    }

    @Override
    public void strokePath() throws IOException {
        add(getGraphicsState().getStrokingColor());
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        add(getGraphicsState().getNonStrokingColor());
        add(getGraphicsState().getStrokingColor());
        endPath();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p1.getX(), (float) p1.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
        lineTo((float) p3.getX(), (float) p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path = new GeneralPath();
    }

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void shadingFill(COSName shading) {}
}
