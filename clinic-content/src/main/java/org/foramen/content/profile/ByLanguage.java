package org.foramen.content.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.Map;
import org.foramen.content.file.InvalidEntry;

/**
 * What is said otherwise in some languages, or in all alike.
 *
 * @param all in every language that has no words of its own; empty when each must have them
 */
public record ByLanguage(String all, Map<String, String> own) {

    @JsonCreator(mode = Mode.DELEGATING)
    static ByLanguage of(String all) {
        return new ByLanguage(all, Map.of());
    }

    @JsonCreator(mode = Mode.DELEGATING)
    static ByLanguage of(Map<String, String> own) {
        return new ByLanguage("", Map.copyOf(own));
    }

    public String in(String language) {
        return own.getOrDefault(language, all);
    }

    void require(String entry, String language) {
        if (in(language).isBlank()) {
            throw new InvalidEntry(entry, "must be there in '%s' too".formatted(language));
        }
        if (in(language).codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidEntry(entry, "must stand on one line");
        }
    }
}
