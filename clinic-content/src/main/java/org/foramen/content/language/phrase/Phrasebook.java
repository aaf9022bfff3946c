package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foramen.content.language.text.WordReader;

/** Named lists of phrases, compiled once; reads messages from any thread. */
public final class Phrasebook {

    /** The list of words that are no misspelling of another. */
    public static final String ORDINARY = "ordinary";

    private static final int LONGEST = 20_000;

    private final WordReader reader = new WordReader();

    /** What lists and groups stand for. */
    private final Map<Term, PhraseList> lists = new HashMap<>();

    /** By sign: the phrases that are looked for in a text which has it, by the lists they are of. */
    private final Map<Term, Map<List<Phrase>, List<Phrase>>> index = new HashMap<>();

    private final Vocabulary vocabulary;

    /**
     * Compiles the lists; a phrase may use any list as {@code {name}}.
     * @throws PhraseNotUnderstood naming a phrase that is not understood
     */
    public Phrasebook(Map<String, Sayings> sayings) {
        Set<Term> words = new LinkedHashSet<>();
        PhraseParser parser = new PhraseParser(reader, sayings.keySet(), words, lists);
        sayings.forEach((name, said) -> lists.put(new Term.Named(name), parser.parse(said)));
        sayings.keySet().forEach(name -> requireNoCircle(name, new Term.Named(name), Set.of()));
        Signs signs = new Signs(lists);
        lists.values().forEach(list -> {
            index(list.phrases(), signs);
            index(list.except(), signs);
        });
        this.vocabulary = new Vocabulary(
                words, sayings.getOrDefault(ORDINARY, Sayings.none()).all());
    }

    private void index(List<Phrase> list, Signs signs) {
        list.forEach(
                phrase -> signs.of(phrase).forEach(sign -> index.computeIfAbsent(sign, first -> new IdentityHashMap<>())
                        .computeIfAbsent(list, first -> new ArrayList<>())
                        .add(phrase)));
    }

    /** Reads a message, at most its first 20,000 characters. */
    public Reading read(String message) {
        String text = message.substring(0, Math.min(message.length(), LONGEST));
        Reading reading = new Reading(reader.words(text), lists, index);
        vocabulary.recognise(reading);
        return reading;
    }

    private void requireNoCircle(String name, Term term, Set<Term> above) {
        PhraseList list = lists.get(term);
        if (list == null) {
            return;
        }
        Set<Term> path = new HashSet<>(above);
        if (!path.add(term)) {
            throw new PhraseNotUnderstood("{" + name + "}", "the list leads back to itself");
        }
        list.all().flatMap(Phrase::terms).distinct().forEach(inner -> requireNoCircle(name, inner, path));
    }
}
