package org.foramen.notifier.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One of several figures that are compared.
 *
 * @param figure as people read it
 * @param percent of the greatest of them
 * @param style names its colour
 */
public record Bar(String label, String figure, int percent, String style) {

    public static <K> List<Bar> of(Map<K, Long> counts, Function<K, String> labelOf, Function<Long, String> figureOf) {
        return of(counts, labelOf, figureOf, key -> "");
    }

    /** @param styleOf what names its colour */
    public static <K> List<Bar> of(
            Map<K, Long> counts,
            Function<K, String> labelOf,
            Function<Long, String> figureOf,
            Function<K, String> styleOf) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> shares = new ArrayList<>();
        counts.forEach((key, count) -> shares.add(new Bar(
                labelOf.apply(key),
                figureOf.apply(count),
                most == 0 ? 0 : (int) Math.max(1, 100 * count / most),
                styleOf.apply(key))));
        return shares;
    }
}
