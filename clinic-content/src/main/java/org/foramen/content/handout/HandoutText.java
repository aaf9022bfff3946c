package org.foramen.content.handout;

import org.commonmark.node.Node;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.foramen.content.handout.EducationSummary.Medium;

/** A handout as plain text: for the text half of a mail, and for measuring how hard it is to read. */
final class HandoutText {

    private HandoutText() {}

    static String render(Node body, Medium medium) {
        return TextContentRenderer.builder()
                .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
                .nodeRendererFactory(context -> new TextDrawings(context, medium))
                .build()
                .render(body)
                .strip();
    }
}
