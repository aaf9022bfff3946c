package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.HashMap;
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

    /** Each term once, so that most comparisons are of one thing with itself. */
    private final Map<Term, Term> known = new HashMap<>();

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

    List<Phrase> parse(List<String> texts) {
        return texts.stream().flatMap(text -> parse(text).stream()).toList();
    }

    /** One phrase, or several where {@code &} lets the sides stand in either order or a word may be missing. */
    List<Phrase> parse(String text) {
        List<String> pieces = split(text.strip().replaceAll("\\s+", " "), ' ', text);
        requireClear(text, pieces);
        return parse(text, pieces);
    }

    /** {@code a|b c} could mean a phrase or two: it says which, as {@code (a|b) c} or {@code a|(b c)}. */
    private static void requireClear(String text, List<String> pieces) {
        for (int at = 0; at + 1 < pieces.size(); at++) {
            boolean isFollowed =
                    !pieces.get(at + 1).startsWith("..") && !pieces.get(at + 1).startsWith("&");
            if (isFollowed && split(pieces.get(at), '|', text).size() > 1) {
                throw new PhraseNotUnderstood(text, "put \"" + pieces.get(at) + "\" or its last words in parentheses");
            }
        }
    }

    private List<Phrase> parse(String text, List<String> pieces) {
        for (int at = 0; at < pieces.size(); at++) {
            String piece = pieces.get(at);
            List<String> before = pieces.subList(0, at);
            List<String> after = pieces.subList(at + 1, pieces.size());
            if (piece.startsWith("&")) {
                String gap = ".." + piece.substring(1);
                return both(parse(text, join(before, gap, after)), parse(text, join(after, gap, before)));
            }
            if (piece.endsWith("?")) {
                String surely = piece.substring(0, piece.length() - 1);
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
            parts.add(new Phrase.Part(terms(text, piece), gap));
            gap = 0;
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
                .flatMap(alternative -> alternatives(text, alternative))
                .map(term -> known.computeIfAbsent(term, same -> same))
                .distinct()
                .toList();
    }

    /** In parentheses stands a phrase of its own: a group, or only more alternatives. */
    private Stream<Term> alternatives(String text, String piece) {
        if (!piece.startsWith("(") || !piece.endsWith(")")) {
            return Stream.of(term(text, piece));
        }
        String inner = piece.substring(1, piece.length() - 1);
        List<Phrase> phrases = parse(inner);
        if (phrases.stream().allMatch(Phrase::isOneWord)) {
            return phrases.stream().flatMap(Phrase::terms);
        }
        Term group = new Term.Group(inner);
        groups.put(group, new PhraseList(phrases, List.of()));
        return Stream.of(group);
    }

    private Term term(String text, String piece) {
        if (piece.startsWith("{") && piece.endsWith("}")) {
            return list(text, piece.substring(1, piece.length() - 1));
        }
        return switch (piece) {
            case "#" -> Term.Sign.NUMBER;
            case "#year" -> Term.Sign.PAST_YEAR;
            case "^" -> Term.Sign.START;
            case "$" -> Term.Sign.END;
            default -> word(text, piece);
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
