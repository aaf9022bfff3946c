package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the notation of phrases: {@code {numb} ..3 groin|crotch}, {@code legs? & weak*}. */
final class PhraseParser {

    private static final int USUAL_GAP = 4;

    private static final Set<String> ENDS = Set.of("^", "$");

    private final WordReader reader;

    private final Terms terms;

    private final Set<String> lists;

    PhraseParser(WordReader reader, Terms terms, Set<String> lists) {
        this.reader = reader;
        this.terms = terms;
        this.lists = lists;
    }

    List<Phrase> parse(List<String> texts) {
        return texts.stream().flatMap(text -> parse(text).stream()).toList();
    }

    /** One phrase, or several where {@code &} lets the sides stand in either order or a word may be missing. */
    List<Phrase> parse(String text) {
        return parse(text, List.of(text.strip().split("\\s+")));
    }

    private List<Phrase> parse(String text, List<String> pieces) {
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).startsWith("&")) {
                String gap = ".." + pieces.get(at).substring(1);
                List<String> left = pieces.subList(0, at);
                List<String> right = pieces.subList(at + 1, pieces.size());
                return both(parse(text, join(left, gap, right)), parse(text, join(right, gap, left)));
            }
        }
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).endsWith("?")) {
                List<String> before = pieces.subList(0, at);
                List<String> after = pieces.subList(at + 1, pieces.size());
                String surely = pieces.get(at).substring(0, pieces.get(at).length() - 1);
                return both(parse(text, join(before, surely, after)), parse(text, join(before, "..0", after)));
            }
        }
        return List.of(phrase(text, pieces));
    }

    private static List<Phrase> both(List<Phrase> these, List<Phrase> those) {
        return Stream.concat(these.stream(), those.stream()).toList();
    }

    private static List<String> join(List<String> first, String gap, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.add(gap);
        joined.addAll(second);
        return joined;
    }

    private Phrase phrase(String text, List<String> pieces) {
        List<Phrase.Part> parts = new ArrayList<>();
        int gap = 0;
        for (String piece : pieces) {
            if (piece.startsWith("..")) {
                gap += gap(text, piece.substring(2));
                continue;
            }
            int[] alternatives = terms(text, piece);
            parts.add(new Phrase.Part(alternatives, IntStream.of(alternatives).anyMatch(this::isList), gap));
            gap = 0;
        }
        if (gap != 0 || pieces.stream().allMatch(piece -> piece.startsWith("..") || ENDS.contains(piece))) {
            throw new PhraseNotUnderstood(text, "it must have a word, and end with one");
        }
        return new Phrase(parts.toArray(Phrase.Part[]::new));
    }

    private boolean isList(int term) {
        return term < lists.size();
    }

    private static int gap(String text, String digits) {
        if (digits.startsWith("-")) {
            throw new PhraseNotUnderstood(text, "no words fewer than none can stand between");
        }
        try {
            return digits.isEmpty() ? USUAL_GAP : Short.parseShort(digits);
        } catch (NumberFormatException ex) {
            throw new PhraseNotUnderstood(text, "after .. or & only a number may stand");
        }
    }

    private int[] terms(String text, String piece) {
        return Stream.of(piece.split("\\|"))
                .mapToInt(alternative -> terms.number(term(text, alternative)))
                .toArray();
    }

    private Term term(String text, String piece) {
        if (piece.startsWith("{") && piece.endsWith("}")) {
            return list(text, piece.substring(1, piece.length() - 1));
        }
        return switch (piece) {
            case "#" -> new Term.Number();
            case "#year" -> new Term.PastYear();
            case "^" -> new Term.Start();
            case "$" -> new Term.End();
            default -> word(text, piece);
        };
    }

    private Term list(String text, String name) {
        if (!lists.contains(name)) {
            throw new PhraseNotUnderstood(text, "there is no list {" + name + "}");
        }
        return new Term.Named(name);
    }

    private Term word(String text, String piece) {
        if (piece.contains("_") && (piece.endsWith("*") || piece.endsWith("~"))) {
            throw new PhraseNotUnderstood(text, "words joined by _ stand as they are");
        }
        Words words = reader.words(piece.replace('_', ' '));
        if (words.count() > 1 && piece.contains("_")) {
            return new Term.Together(
                    IntStream.range(0, words.count()).mapToObj(words::word).toList());
        }
        if (words.count() != 1) {
            throw new PhraseNotUnderstood(text, "\"" + piece + "\" is not one word");
        }
        String word = words.word(0);
        if (piece.endsWith("*")) {
            return new Term.Stem(word);
        }
        return piece.endsWith("~") ? new Term.Close(word) : new Term.Exact(word);
    }
}
