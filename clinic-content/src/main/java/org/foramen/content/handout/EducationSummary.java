package org.foramen.content.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.foramen.content.approval.Approval;

/** One handout in one language, ready to be shown, mailed and printed. */
public final class EducationSummary {

    private final FrontMatter about;
    private final String hash;
    private final Node body;
    private final Drawings drawings;
    private final Approval approval;
    private final Map<String, EducationSummary> byRegion;
    private final Map<Medium, String> html = new ConcurrentHashMap<>();
    private final Map<Medium, String> text = new ConcurrentHashMap<>();

    /** @param byRegion the same handout in the words for a part of the spine, where it has some */
    EducationSummary(
            FrontMatter about,
            Approval approval,
            String hash,
            Node body,
            Drawings drawings,
            Map<String, EducationSummary> byRegion) {
        this.about = about;
        this.approval = approval;
        this.byRegion = Map.copyOf(byRegion);
        this.hash = hash;
        this.body = body;
        this.drawings = drawings;
    }

    public FrontMatter about() {
        return about;
    }

    public String id() {
        return about.id();
    }

    public String title() {
        return about.title();
    }

    public String language() {
        return about.language();
    }

    /** The SHA-256 of the file, in hexadecimal digits: it says exactly which text a person was sent. */
    public String hash() {
        return hash;
    }

    public Approval approval() {
        return approval;
    }

    /** The same handout in the words for a part of the spine, such as {@code neck}; itself where it has none. */
    public EducationSummary in(String region) {
        return byRegion.getOrDefault(region, this);
    }

    /** The name of the handout's PDF, such as {@code foraminotomy-en.pdf}. */
    public String pdfName() {
        return id() + "-" + language() + ".pdf";
    }

    /** The handout as an HTML fragment that begins with its {@code h1}; well-formed as XML. */
    public String html(Medium medium) {
        return html.computeIfAbsent(medium, first -> HandoutHtml.render(body, first, drawings));
    }

    /** The handout as plain text; what a drawing shows is described. */
    public String text() {
        return text(Medium.PAGE);
    }

    /** The handout as plain text, with what its HTML has in the same medium. */
    public String text(Medium medium) {
        return text.computeIfAbsent(medium, first -> HandoutText.render(body, first));
    }

    /** What it says in short, a sentence or two each, as plain text. */
    public List<String> mainPoints() {
        return HandoutPoints.mainPoints(body);
    }

    /** What a person may ask their doctor, as plain text. */
    public List<String> questions() {
        return HandoutPoints.questions(body);
    }

    /** Where its links lead. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        body.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }
        });
        return links;
    }

    /** Where a handout is read. */
    public enum Medium {
        /** A page of the website: drawings are part of it, looks come from the page's style sheet. */
        PAGE,
        /** A sheet of paper or a PDF: as a page. */
        PRINT,
        /** A mail: looks stand in each element, drawings are left to the PDF. */
        MAIL
    }

    @Override
    public String toString() {
        return "EducationSummary[%s, %s, %s]".formatted(id(), language(), about.version());
    }
}
