package org.foramen.content;

import org.commonmark.node.Node;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** A handout as plain text: for the text half of a mail, and for measuring how hard it is to read. */
final class HandoutText {

    private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .nodeRendererFactory(TextFigures::new)
            .build();

    private HandoutText() {}

    static String render(Node body) {
        return RENDERER.render(body).strip();
    }
}
