package org.foramen.content.readability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the syllables of English words: as the CMU Pronouncing Dictionary does, and by a rule where it knows none. */
final class EnglishSyllables {

    private static final Map<String, Integer> EXCEPTIONS = exceptions();

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_E = Pattern.compile("[^aeiouyl]e$|[aeiouy]le$|[^aeiouy]es$");
    private static final Pattern SPOKEN_E = Pattern.compile("([sxz]|[cs]h|[cg])es$|[^aeiouy]les$");
    private static final Pattern SILENT_ED = Pattern.compile("[^aeiouytd]ed$");
    private static final Pattern TWO =
            Pattern.compile("[iu]a(?!$)|[iy]o(?!u)|eo|ua|ia$|ism$|[^aeiouy]ying|[^cgstx]ien|iu");
    private static final Pattern ONE = Pattern.compile("[cstx]ia[ln]|[cgst]io|[qg]u[aeio]");

    private EnglishSyllables() {}

    static int of(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (Character.isDigit(plain.charAt(0))) {
            int digits = plain.replaceAll("\\D", "").length();
            return digits > 4 ? digits : 1;
        }
        Integer whole = exception(plain);
        if (whole != null) {
            return whole;
        }
        int syllables = 0;
        for (String part : plain.split("-")) {
            Integer known = exception(part);
            syllables += known == null ? byRule(part) : known;
        }
        return Math.max(1, syllables);
    }

    private static @Nullable Integer exception(String word) {
        Integer known = EXCEPTIONS.get(word);
        return known == null && word.endsWith("'s") ? EXCEPTIONS.get(word.substring(0, word.length() - 2)) : known;
    }

    private static int byRule(String word) {
        String letters = word.replace("'", "");
        int syllables = found(VOWELS, letters) + found(TWO, letters) - found(ONE, letters) - found(SILENT_ED, letters);
        if (found(SILENT_E, letters) > 0 && found(SPOKEN_E, letters) == 0) {
            syllables--;
        }
        return Math.max(1, syllables);
    }

    private static int found(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }

    private static Map<String, Integer> exceptions() {
        Map<String, Integer> exceptions = new HashMap<>();
        try (InputStream file = EnglishSyllables.class.getResourceAsStream("english-syllables.txt")) {
            if (file == null) {
                throw new IllegalStateException("english-syllables.txt is not in this program");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(line -> {
                        for (int index = 1; index < line.length; index++) {
                            exceptions.putIfAbsent(line[index], Integer.valueOf(line[0]));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exceptions;
    }
}
