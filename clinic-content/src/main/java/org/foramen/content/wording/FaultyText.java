package org.foramen.content.wording;

import java.util.Map;
import java.util.function.BiConsumer;
import org.foramen.content.wording.Wording.Section;
import org.jspecify.annotations.Nullable;

/** A text of the wording is missing, or cannot be used as it is. */
public final class FaultyText extends IllegalArgumentException {

    private final String problem;
    private final @Nullable Section section;
    private final String text;

    private FaultyText(@Nullable Section section, String text, String problem) {
        super("The text '" + text + "' " + problem);
        this.section = section;
        this.text = text;
        this.problem = problem;
    }

    static FaultyText missing(Section section, String name) {
        return new FaultyText(section, name, "is missing");
    }

    /** @param problem goes on after the name of the text */
    public static FaultyText unusable(String text, String problem) {
        return new FaultyText(null, text, problem);
    }

    /** What is wrong, to go on after the name of the text. */
    public String problem() {
        return problem;
    }

    /** Whether there is no such text; else it is there and cannot be used. */
    public boolean isMissing() {
        return section != null;
    }

    /** Names each place in a wording that this is about. */
    public void places(Wording wording, BiConsumer<Section, String> place) {
        if (section != null) {
            place.accept(section, text);
            return;
        }
        for (Section one : Section.values()) {
            for (Map.Entry<String, String> entry : wording.texts(one).entrySet()) {
                if (entry.getValue().equals(text)) {
                    place.accept(one, entry.getKey());
                }
            }
        }
    }
}
