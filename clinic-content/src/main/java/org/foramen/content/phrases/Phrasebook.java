package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named lists of phrases, compiled once; reads messages from any thread. */
public final class Phrasebook {

    private static final int LONGEST = 20_000;

    private final WordReader reader = new WordReader();

    private final Terms terms = new Terms();

    /** By name: of all terms, the lists have the first numbers. */
    private final Map<String, Integer> lists = new HashMap<>();

    private final Vocabulary vocabulary;

    private final Keywords keywords;

    /**
     * Compiles the lists; a phrase may use any list as {@code {name}}.
     * @throws RuntimeException naming a phrase that is not understood
     */
    public Phrasebook(Map<String, Sayings> sayings) {
        sayings.keySet().forEach(name -> lists.put(name, terms.number(new Term.Named(name))));
        PhraseParser parser = new PhraseParser(reader, terms, lists.keySet());
        List<List<Phrase>> groups = new ArrayList<>(); // of each list what counts, and then what does not
        for (Sayings said : sayings.values()) {
            groups.add(parser.parse(said.all()));
            groups.add(parser.parse(said.except()));
        }
        lists.forEach((name, list) -> requireNoCircle(name, list, groups, new HashSet<>()));
        this.vocabulary = new Vocabulary(terms);
        this.keywords = new Keywords(terms.count(), lists.size(), groups);
    }

    /** Reads a message, at most its first 20,000 characters. */
    public Reading read(String message) {
        Words words = reader.words(message.length() > LONGEST ? message.substring(0, LONGEST) : message);
        Findings found = new Findings(terms.count(), keywords);
        vocabulary.recognise(words, found);
        return new Reading(words, found, lists);
    }

    private void requireNoCircle(String name, int list, List<List<Phrase>> groups, Set<Integer> above) {
        if (!above.add(list)) {
            throw new PhraseNotUnderstood("{" + name + "}", "the list leads back to itself");
        }
        groups.subList(2 * list, 2 * list + 2).stream()
                .flatMap(List::stream)
                .flatMapToInt(Phrase::terms)
                .filter(term -> term < lists.size())
                .distinct()
                .forEach(inner -> requireNoCircle(name, inner, groups, new HashSet<>(above)));
    }
}
