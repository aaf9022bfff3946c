package org.foramen.intake.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.content.phrases.AssertionSayings;
import org.foramen.content.phrases.Doubt;
import org.foramen.content.phrases.Phrasebook;
import org.foramen.content.phrases.Sayings;
import org.jspecify.annotations.Nullable;

/** The content of {@code red-flags.yml}. */
record RedFlagFile(
        Map<String, Sayings> words, Map<String, Sign> signs, AssertionSayings assertions, List<RedFlagRule> flags) {

    RedFlagFile {
        Objects.requireNonNull(words, "the part \"words\" is missing");
        Objects.requireNonNull(signs, "the part \"signs\" is missing");
        Objects.requireNonNull(assertions, "the part \"assertions\" is missing");
        Objects.requireNonNull(flags, "the part \"flags\" is missing");
        for (RedFlagRule flag : flags) {
            for (String sign : flag.when().stream()
                    .flatMap(either -> Stream.of(either.split("\\|")))
                    .toList()) {
                if (!signs.containsKey(sign)) {
                    throw new IllegalArgumentException("flag " + flag.id() + " asks for an unknown sign: " + sign);
                }
            }
        }
    }

    /** How people tell of one sign, and the doubts despite which it counts. */
    record Sign(
            @Nullable List<String> en,
            @Nullable List<String> es,
            @Nullable List<String> except,
            @Nullable Set<Doubt> despite) {

        Sayings sayings() {
            return new Sayings(en, es, except);
        }
    }

    Phrasebook phrasebook(AssertionSayings shared) {
        Map<String, Sayings> lists = new HashMap<>(words);
        signs.forEach((name, sign) -> lists.put(name, sign.sayings()));
        shared.addTo(lists);
        assertions.addTo(lists);
        return new Phrasebook(lists);
    }

    /** The doubts that do not take this sign away. */
    Set<Doubt> despite(String sign) {
        Sign known = signs.get(sign);
        return (known != null && known.despite() != null) ? known.despite() : Set.of();
    }
}
