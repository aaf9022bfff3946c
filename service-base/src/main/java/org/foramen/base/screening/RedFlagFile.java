package org.foramen.base.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.content.approval.Approval;
import org.foramen.content.language.assertion.AssertionSayings;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.phrase.Sayings;

/** The content of {@code language/screening}. */
record RedFlagFile(
        Map<String, Sayings> words,
        Map<String, Sign> signs,
        Senders senders,
        AssertionSayings assertions,
        List<RedFlagRule> flags,
        Approval approval) {

    static final String OTHER_SENDERS = "other senders";

    static final String OWN_TROUBLE = "own trouble";

    RedFlagFile {
        Objects.requireNonNull(words, "the part \"words\" is missing");
        Objects.requireNonNull(signs, "the part \"signs\" is missing");
        Objects.requireNonNull(assertions, "the part \"assertions\" is missing");
        Objects.requireNonNull(senders, "the part \"senders\" is missing");
        Objects.requireNonNull(flags, "the part \"flags\" is missing");
        Objects.requireNonNull(approval, "the part \"approval\" is missing");
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

    /** Who writes of no trouble of their own, and words that say that it is. */
    record Senders(Sayings other, Sayings ownTrouble) {}

    /** How people tell of one sign, and the doubts despite which it counts. */
    record Sign(
            List<String> en,
            List<String> es,
            List<String> except,
            List<String> finds,
            List<String> leaves,
            Set<Doubt> despite) {

        Sign {
            despite = Objects.requireNonNullElse(despite, Set.of());
        }

        Sayings sayings() {
            return new Sayings(en, es, except, finds, leaves);
        }
    }

    /** All lists of phrases by name. */
    Map<String, Sayings> lists(AssertionSayings shared) {
        Map<String, Sayings> lists = new HashMap<>(words);
        signs.forEach((name, sign) -> lists.put(name, sign.sayings()));
        lists.put(OTHER_SENDERS, senders.other());
        lists.put(OWN_TROUBLE, senders.ownTrouble());
        shared.addTo(lists);
        assertions.addTo(lists);
        return lists;
    }

    /** The doubts that do not take this sign away. */
    Set<Doubt> despite(String sign) {
        Sign known = signs.get(sign);
        return (known != null) ? known.despite() : Set.of();
    }
}
