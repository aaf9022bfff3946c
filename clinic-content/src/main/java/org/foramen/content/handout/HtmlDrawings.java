package org.foramen.content.handout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.TextContentRenderer;
import org.foramen.content.handout.EducationSummary.Medium;

/** A drawing that stands alone in a paragraph becomes a figure with its caption; a block quote becomes a box. */
final class HtmlDrawings implements NodeRenderer {

    private static final String OWN_QUESTIONS = "<p class=\"own\">&#160;</p>".repeat(3);

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final CoreHtmlNodeRenderer plain;
    private final Medium medium;
    private final Drawings drawings;

    HtmlDrawings(HtmlNodeRendererContext context, Medium medium, Drawings drawings) {
        this.context = context;
        this.html = context.getWriter();
        this.plain = new CoreHtmlNodeRenderer(context);
        this.medium = medium;
        this.drawings = drawings;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Paragraph.class, BlockQuote.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof BlockQuote box) {
            box(box);
        } else if (node.getFirstChild() instanceof Image image && image.getNext() == null) {
            figure(image);
        } else {
            plain.render(node);
        }
    }

    /** What a box is for is seen from its words: 911 makes it the red one, points that all ask make it one to write in. */
    private void box(BlockQuote box) {
        List<String> points = new ArrayList<>();
        box.accept(new AbstractVisitor() {
            @Override
            public void visit(ListItem point) {
                points.add(TextContentRenderer.builder()
                        .build()
                        .render(point.getLastChild())
                        .strip());
            }
        });
        boolean asks = !points.isEmpty() && points.stream().allMatch(point -> point.endsWith("?"));
        boolean alarms = TextContentRenderer.builder().build().render(box).contains("911");
        String kind = asks ? "box questions" : alarms ? "box alarm" : "box";
        html.line();
        html.tag("section", context.extendAttributes(box, "section", Map.of("class", kind)));
        html.line();
        for (Node child = box.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        if (asks && medium == Medium.PRINT) {
            html.raw(OWN_QUESTIONS);
        }
        html.line();
        html.tag("/section");
        html.line();
    }

    private void figure(Image image) {
        if (medium == Medium.MAIL) {
            return;
        }
        String description = TextContentRenderer.builder().build().render(image.getFirstChild());
        html.line();
        html.tag("figure");
        Map<String, String> attributes = new LinkedHashMap<>(); // in one order, or the same handout would be two
        attributes.put("class", "drawing");
        attributes.put("role", "img");
        attributes.put("aria-label", description);
        html.tag("div", attributes);
        html.raw(drawing(image, description));
        html.tag("/div");
        html.tag("figcaption");
        html.text(image.getTitle() == null ? description : image.getTitle());
        html.tag("/figcaption");
        html.tag("/figure");
        html.line();
    }

    /** The PDF library looks for the description on the drawing itself. */
    private String drawing(Image image, String description) {
        String svg = drawings.svg(image.getDestination());
        return medium == Medium.PRINT
                ? svg.replaceFirst(
                        "<svg", Matcher.quoteReplacement("<svg alt=\"" + Escaping.escapeHtml(description) + "\""))
                : svg;
    }
}
