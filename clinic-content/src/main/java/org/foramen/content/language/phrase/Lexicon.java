package org.foramen.content.language.phrase;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.WordReader;
import org.foramen.content.language.text.Words;

/** Named lists of phrases, compiled once; reads texts from any thread. */
public final class Lexicon {

    private final WordReader reader = new WordReader();

    private final Terms terms = new Terms();

    private final Vocabulary vocabulary;

    /**
     * Compiles lists of phrases; each may use any list as {@code {name}}.
     * @param phrases by name of the list: what counts
     * @param except by name of the list: what does not
     * @param ordinary words that are no misspelling of another
     */
    public Lexicon(Map<String, List<String>> phrases, Map<String, List<String>> except, Set<String> ordinary) {
        PhraseParser parser = new PhraseParser(reader, terms, phrases.keySet());
        phrases.forEach((name, texts) -> terms.define(
                number(name), new PhraseList(parser.parse(texts), parser.parse(except.getOrDefault(name, List.of())))));
        phrases.keySet().forEach(name -> requireNoCircle(name, number(name), Set.of()));
        this.vocabulary = new Vocabulary(terms, ordinary);
    }

    /** Cuts a text into words, and notes where those stand that any phrase asks for. */
    public Occurrences read(String text) {
        Words words = reader.words(text);
        Occurrences found = new Occurrences(words, terms);
        vocabulary.recognise(words, found);
        return found;
    }

    /** Where a phrase of this list stands, in order. */
    public List<Span> find(String list, Occurrences text) {
        return text.of(number(list));
    }

    /** What is found of this list, and by which phrases. */
    public List<Found> phrases(String list, Occurrences text) {
        PhraseList phrases = terms.list(number(list));
        return phrases != null ? phrases.found(text) : List.of();
    }

    private int number(String list) {
        return terms.number(new Term.Named(list));
    }

    private void requireNoCircle(String name, int term, Set<Integer> above) {
        PhraseList list = terms.list(term);
        if (list == null) {
            return;
        }
        Set<Integer> path = new HashSet<>(above);
        if (!path.add(term)) {
            throw new PhraseNotUnderstood("{" + name + "}", "the list leads back to itself");
        }
        list.terms().distinct().forEach(inner -> requireNoCircle(name, inner, path));
    }
}
