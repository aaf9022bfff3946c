package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.content.language.text.WordReader;
import org.foramen.content.language.text.Words;

/** Reads the notation of phrases: {@code {numb} ..3 groin|crotch}, {@code legs? & weak*}, {@code live|(go on)}. */
final class PhraseParser {

    private static final int USUAL_GAP = 4;

    private static final Set<String> ENDS = Set.of("^", "$");

    private final WordReader reader;

    private final Set<String> names;

    private final Set<Term> words;

    private final Map<Term, PhraseList> groups;

    /**
     * @param names of the lists that phrases may use
     * @param words where it notes the terms that are words
     * @param groups where it notes what stands in parentheses
     */
    PhraseParser(WordReader reader, Set<String> names, Set<Term> words, Map<Term, PhraseList> groups) {
        this.reader = reader;
        this.names = names;
        this.words = words;
        this.groups = groups;
    }

    PhraseList parse(Sayings sayings) {
        return new PhraseList(parse(sayings.all()), parse(sayings.except()));
    }

    private List<Phrase> parse(List<String> texts) {
        return texts.stream().flatMap(this::parse).toList();
    }

    /** One phrase, or several where {@code &} lets the sides stand in either order or a word may be missing. */
    private Stream<Phrase> parse(String text) {
        List<String> pieces = split(text.strip().replaceAll("\\s+", " "), ' ', text);
        requireClear(text, pieces);
        return eachWay(pieces).map(way -> phrase(text, way));
    }

    /** {@code a|b c} could mean a phrase or two: it says which, as {@code (a|b) c} or {@code a|(b c)}. */
    private static void requireClear(String text, List<String> pieces) {
        for (int at = 0; at + 1 < pieces.size(); at++) {
            boolean isFollowed = !pieces.get(at + 1).matches("(\\.\\.|&).*");
            if (isFollowed && split(pieces.get(at), '|', text).size() > 1) {
                throw new PhraseNotUnderstood(text, "put \"" + pieces.get(at) + "\" or its last words in parentheses");
            }
        }
    }

    private static Stream<List<String>> eachWay(List<String> pieces) {
        for (int at = 0; at < pieces.size(); at++) {
            String piece = pieces.get(at);
            List<String> before = pieces.subList(0, at);
            List<String> after = pieces.subList(at + 1, pieces.size());
            if (piece.startsWith("&")) {
                String gap = ".." + piece.substring(1);
                return eachWay(join(before, gap, after), join(after, gap, before));
            }
            if (piece.endsWith("?")) {
                String surely = piece.substring(0, piece.length() - 1);
                return eachWay(join(before, surely, after), join(before, "..0", after));
            }
        }
        return Stream.of(pieces);
    }

    private static Stream<List<String>> eachWay(List<String> one, List<String> other) {
        return Stream.concat(eachWay(one), eachWay(other));
    }

    private static List<String> join(List<String> first, String gap, List<String> second) {
        return Stream.of(first, List.of(gap), second).flatMap(List::stream).toList();
    }

    private Phrase phrase(String text, List<String> pieces) {
        List<Phrase.Part> parts = new ArrayList<>();
        int gap = 0;
        for (String piece : pieces) {
            if (piece.startsWith("..")) {
                gap += gap(text, piece.substring(2));
            } else {
                parts.add(new Phrase.Part(terms(text, piece), gap));
                gap = 0;
            }
        }
        if (gap != 0 || pieces.stream().allMatch(piece -> piece.startsWith("..") || ENDS.contains(piece))) {
            throw new PhraseNotUnderstood(text, "it must have a word, and end with one");
        }
        return new Phrase(text, parts);
    }

    private static int gap(String text, String digits) {
        if (!digits.matches("\\d{0,3}")) {
            throw new PhraseNotUnderstood(text, "after .. or & only a number may stand");
        }
        return digits.isEmpty() ? USUAL_GAP : Integer.parseInt(digits);
    }

    private List<Term> terms(String text, String piece) {
        return split(piece, '|', text).stream()
                .flatMap(alternative -> alternative.matches("\\(.*\\)")
                        ? group(alternative.substring(1, alternative.length() - 1))
                        : Stream.of(term(text, alternative)))
                .distinct()
                .toList();
    }

    /** In parentheses stands a phrase of its own, or only more alternatives. */
    private Stream<Term> group(String inner) {
        List<Phrase> phrases = parse(inner).toList();
        if (phrases.stream().allMatch(Phrase::isOneWord)) {
            return phrases.stream().flatMap(Phrase::terms);
        }
        Term group = new Term.Group(inner);
        groups.put(group, new PhraseList(phrases, List.of()));
        return Stream.of(group);
    }

    private Term term(String text, String piece) {
        return switch (piece) {
            case "#" -> Term.Sign.NUMBER;
            case "#year" -> Term.Sign.PAST_YEAR;
            case "^" -> Term.Sign.START;
            case "$" -> Term.Sign.END;
            default -> piece.matches("\\{.*}") ? list(text, piece.substring(1, piece.length() - 1)) : word(text, piece);
        };
    }

    private Term list(String text, String name) {
        if (!names.contains(name)) {
            throw new PhraseNotUnderstood(text, "there is no list {" + name + "}");
        }
        return new Term.Named(name);
    }

    private Term word(String text, String piece) {
        Words typed = reader.words(piece);
        if (typed.count() != 1) {
            throw new PhraseNotUnderstood(text, "\"" + piece + "\" is not one word");
        }
        String word = typed.word(0);
        Term term = piece.endsWith("*")
                ? new Term.Stem(word)
                : piece.endsWith("~") ? new Term.Close(word) : new Term.Exact(word);
        words.add(term);
        return term;
    }

    /** The pieces between such characters, those inside parentheses left alone. */
    private static List<String> split(String piece, char between, String text) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int begun = 0;
        for (int at = 0; at < piece.length(); at++) {
            char typed = piece.charAt(at);
            depth += typed == '(' ? 1 : typed == ')' ? -1 : 0;
            if (typed == between && depth == 0) {
                pieces.add(piece.substring(begun, at));
                begun = at + 1;
            }
        }
        if (depth != 0) {
            throw new PhraseNotUnderstood(text, "a parenthesis has no partner");
        }
        pieces.add(piece.substring(begun));
        return pieces;
    }
}
