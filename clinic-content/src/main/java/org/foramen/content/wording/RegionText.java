package org.foramen.content.wording;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidContent;
import org.jspecify.annotations.Nullable;

/**
 * A text that says some things otherwise for a part of the spine:
 * <code>{{neck: your neck | lower-back: your lower back | else: your neck or your lower back}}</code>.
 */
public record RegionText(Path file, String text, int linesBefore) {

    private static final String ELSE = "else";
    private static final Set<String> REGIONS = Set.of("neck", "upper-back", "lower-back");
    private static final Pattern CHOICE = Pattern.compile("\\{\\{([^{}]*\\|[^{}]*)}}");

    /** The regions that the text speaks of in words of their own. */
    public Set<String> regions() {
        Set<String> regions = new TreeSet<>();
        CHOICE.matcher(text)
                .results()
                .forEach(found ->
                        regions.addAll(ways(found.group(1), found.start()).keySet()));
        regions.remove(ELSE);
        return regions;
    }

    /** @param region null for everybody's words */
    public String of(@Nullable String region) {
        return CHOICE.matcher(text).replaceAll(found -> {
            Map<String, String> ways = ways(found.group(1), found.start());
            String way = region == null ? null : ways.get(region);
            return Matcher.quoteReplacement(way == null ? ways.getOrDefault(ELSE, "") : way);
        });
    }

    private Map<String, String> ways(String choice, int at) {
        Map<String, String> ways = new LinkedHashMap<>();
        for (String way : choice.split("\\|")) {
            String[] parts = way.strip().split(":\\s*", 2);
            if (parts.length < 2 || !(REGIONS.contains(parts[0]) || parts[0].equals(ELSE))) {
                throw wrong(at, "'%s' does not begin with one of %s and a colon".formatted(way.strip(), names()));
            }
            ways.put(parts[0], parts[1]);
        }
        if (!ways.containsKey(ELSE)) {
            throw wrong(at, "a choice by region ends with 'else: ' and words for everybody else");
        }
        return ways;
    }

    private static String names() {
        return String.join(", ", new TreeSet<>(REGIONS)) + ", " + ELSE;
    }

    private InvalidContent wrong(int at, String problem) {
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new InvalidContent(file, linesBefore + line, problem);
    }
}
