package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Named lists of phrases, compiled once; reads messages from any thread. */
public final class Phrasebook {

    private final WordReader reader = new WordReader();

    private final Terms terms = new Terms();

    private final Map<String, Integer> lists = new HashMap<>();

    /** By number: of all terms, the lists have the first. */
    private final List<Entry> entries = new ArrayList<>();

    private final Vocabulary vocabulary;

    private final Beginnings beginnings;

    /**
     * Compiles the lists; a phrase may use any list as {@code {name}}.
     * @throws RuntimeException naming a phrase that is not understood
     */
    public Phrasebook(Map<String, Sayings> sayings) {
        sayings.keySet().forEach(name -> lists.put(name, terms.number(new Term.Named(name))));
        PhraseParser parser = new PhraseParser(reader, terms, lists.keySet());
        sayings.values().forEach(said -> entries.add(entry(parser.parse(said.all()), parser.parse(said.except()))));
        lists.forEach((name, list) -> requireNoCircle(name, list, new HashSet<>()));
        this.vocabulary = new Vocabulary(terms);
        this.beginnings = new Beginnings(terms.count());
        for (int list = 0; list < entries.size(); list++) {
            for (Phrase phrase : entries.get(list).phrases()) {
                beginnings.learn(list, phrase);
            }
        }
    }

    /** Reads a message, at most its first 20,000 characters. */
    public Reading read(String message) {
        String plain = WordReader.plain(message.length() > 20_000 ? message.substring(0, 20_000) : message);
        List<Word> words = reader.words(plain);
        Findings found = new Findings(terms.count(), entries.size(), beginnings);
        vocabulary.recognise(words, found);
        return new Reading(plain, words, found, lists, entries);
    }

    private Entry entry(List<Phrase> phrases, List<Phrase> except) {
        return new Entry(phrases, except, lists(phrases.stream().flatMapToInt(Phrase::first)));
    }

    private int[] lists(IntStream terms) {
        return terms.filter(term -> term < lists.size()).distinct().toArray();
    }

    private void requireNoCircle(String name, int list, Set<Integer> above) {
        if (!above.add(list)) {
            throw new PhraseNotUnderstood("{" + name + "}", "the list leads back to itself");
        }
        Entry entry = entries.get(list);
        Stream<Phrase> all = Stream.concat(entry.phrases().stream(), entry.except().stream());
        for (int inner : lists(all.flatMapToInt(Phrase::terms))) {
            requireNoCircle(name, inner, new HashSet<>(above));
        }
    }

    /** One list, compiled: what counts and what does not. */
    static final class Entry {

        private final List<Phrase> phrases;

        private final List<Phrase> except;

        private final int[] first;

        /** @param first the lists that one of the phrases may begin with */
        Entry(List<Phrase> phrases, List<Phrase> except, int[] first) {
            this.phrases = phrases;
            this.except = except;
            this.first = first;
        }

        List<Phrase> phrases() {
            return phrases;
        }

        List<Phrase> except() {
            return except;
        }

        int[] first() {
            return first;
        }
    }
}
