package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways to say one thing in English and Spanish, and what looks like it but is something else. */
public record Sayings(List<String> en, List<String> es, List<String> except) {

    public Sayings(@Nullable List<String> en, @Nullable List<String> es, @Nullable List<String> except) {
        this.en = (en != null) ? List.copyOf(en) : List.of();
        this.es = (es != null) ? List.copyOf(es) : List.of();
        this.except = (except != null) ? List.copyOf(except) : List.of();
    }

    /** Nothing is said. */
    public static Sayings none() {
        return new Sayings(null, null, null);
    }

    /** These phrases in no particular language. */
    public static Sayings of(List<String> phrases) {
        return new Sayings(phrases, null, null);
    }

    List<String> all() {
        return Stream.concat(en.stream(), es.stream()).toList();
    }

    /** These and more. */
    public Sayings and(Sayings more) {
        return new Sayings(join(en, more.en), join(es, more.es), join(except, more.except));
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
