package org.foramen.content.handout;

import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.foramen.content.handout.EducationSummary.Medium;

/** A handout as HTML. Markup in the text is shown, not obeyed. */
final class HandoutHtml {

    private static final Map<String, String> MAIL_STYLES = Map.of(
            "h1", "font-size:24px;line-height:1.25;margin:24px 0 12px",
            "h2", "font-size:19px;line-height:1.3;margin:24px 0 8px",
            "p", "margin:0 0 12px",
            "ul", "margin:0 0 12px;padding-left:24px",
            "ol", "margin:0 0 12px;padding-left:24px",
            "li", "margin:0 0 6px",
            "section", "border-left:4px solid #1f6f78;padding:2px 0 2px 16px;margin:20px 0");

    private HandoutHtml() {}

    static String render(Node body, Medium medium, Drawings drawings) {
        Map<String, String> styles = medium == Medium.MAIL ? MAIL_STYLES : Map.of();
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (styles.containsKey(tag)) {
                        attributes.put("style", styles.get(tag));
                    }
                })
                .nodeRendererFactory(context -> new HtmlDrawings(context, medium, drawings))
                .build()
                .render(body);
    }
}
