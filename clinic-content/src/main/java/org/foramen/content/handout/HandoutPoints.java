package org.foramen.content.handout;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.renderer.text.TextContentRenderer;

/** What a letter says of a handout: its main points and its questions, found by their place and form in any language. */
final class HandoutPoints {

    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private HandoutPoints() {}

    /** The first list, which stands below the title. */
    static List<String> mainPoints(Node body) {
        List<List<String>> lists = lists(body);
        return lists.isEmpty() ? List.of() : lists.get(0);
    }

    /** The list in which every line is a question. */
    static List<String> questions(Node body) {
        return lists(body).stream()
                .filter(list -> list.stream().allMatch(line -> line.endsWith("?")))
                .findFirst()
                .orElse(List.of());
    }

    private static List<List<String>> lists(Node body) {
        List<List<String>> lists = new ArrayList<>();
        body.accept(new AbstractVisitor() {
            @Override
            public void visit(BulletList list) {
                List<String> lines = new ArrayList<>();
                for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                    lines.add(plain(item));
                }
                lists.add(lines);
            }
        });
        return lists;
    }

    private static String plain(Node item) {
        StringBuilder text = new StringBuilder();
        for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
            text.append(PLAIN.render(part)).append(' ');
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
