package org.foramen.content.language.phrase;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The ways to say one thing in English and Spanish, and what looks like it but is something else.
 * @param finds sentences in which it is said
 * @param leaves sentences that come near, in which it is not
 */
public record Sayings(List<String> en, List<String> es, List<String> except, List<String> finds, List<String> leaves) {

    public Sayings {
        en = orNone(en);
        es = orNone(es);
        except = orNone(except);
        finds = orNone(finds);
        leaves = orNone(leaves);
    }

    /** Nothing is said. */
    public static Sayings none() {
        return of(List.of());
    }

    /** These phrases in no particular language. */
    public static Sayings of(List<String> phrases) {
        return new Sayings(phrases, List.of(), List.of(), List.of(), List.of());
    }

    /** The phrases of both languages. */
    public List<String> all() {
        return join(en, es);
    }

    /** These and more. */
    public Sayings and(Sayings more) {
        return new Sayings(
                join(en, more.en),
                join(es, more.es),
                join(except, more.except),
                join(finds, more.finds),
                join(leaves, more.leaves));
    }

    /** A file need not have each part. */
    private static List<String> orNone(List<String> texts) {
        return List.copyOf(Objects.requireNonNullElse(texts, List.of()));
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
