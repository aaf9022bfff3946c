package org.foramen.content.handout;

import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.foramen.content.handout.EducationSummary.Medium;

/** In plain text a drawing is its description, in a mail nothing, and a box is just its text. */
final class TextDrawings implements NodeRenderer {

    private final TextContentNodeRendererContext context;

    private final Medium medium;

    TextDrawings(TextContentNodeRendererContext context, Medium medium) {
        this.context = context;
        this.medium = medium;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Image.class, BlockQuote.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Image && medium == Medium.MAIL) {
            return;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
