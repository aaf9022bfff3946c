package org.foramen.notifier.message.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text whose telephone numbers can be tapped and whose important words are bold. */
public record MarkedText(List<Piece> pieces) {

    public MarkedText {
        pieces = List.copyOf(pieces);
    }

    /** Text as it was typed: nothing of it is a link or bold. */
    public static MarkedText typed(String text) {
        return new MarkedText(List.of(new Piece(text, false, null)));
    }

    /** This one and then another, with a space between. */
    public MarkedText and(MarkedText next) {
        List<Piece> both = new ArrayList<>(pieces);
        both.add(new Piece(" ", false, null));
        both.addAll(next.pieces);
        return new MarkedText(both);
    }

    /** For the text half of a mail. */
    public String plain() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "MarkedText[not shown]";
    }

    /**
     * A part of it.
     *
     * @param strong true when it is bold
     * @param target where it leads to, such as {@code tel:911}; null for nowhere
     */
    public record Piece(String text, boolean strong, @Nullable String target) {}
}
