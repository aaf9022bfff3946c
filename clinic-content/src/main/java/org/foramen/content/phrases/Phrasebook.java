package org.foramen.content.phrases;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Named lists of phrases, compiled once; reads messages from any thread. */
public final class Phrasebook {

    /**
     * One list, compiled: what counts and what does not.
     *
     * @param nested those of the phrases that may begin with one of another list
     */
    record Entry(List<Phrase> phrases, List<Phrase> except, List<Phrase> nested) {

        Entry(List<Phrase> phrases, List<Phrase> except) {
            this(
                    phrases,
                    except,
                    phrases.stream().filter(Phrase::beginsWithList).toList());
        }

        Stream<Term> terms() {
            return Stream.concat(phrases.stream(), except.stream())
                    .flatMap(phrase -> phrase.parts().stream())
                    .flatMap(part -> part.terms().stream())
                    .map(Slot::term);
        }
    }

    private final WordReader reader = new WordReader();

    private final Slots slots = new Slots();

    private final Map<String, Entry> entries = new HashMap<>();

    private final Map<String, Slot> lists = new HashMap<>();

    private final Vocabulary vocabulary;

    /**
     * Compiles the lists; a phrase may use any list as {@code {name}}.
     * @throws RuntimeException naming a phrase that is not understood
     */
    public Phrasebook(Map<String, Sayings> sayings) {
        PhraseParser parser = new PhraseParser(reader, slots);
        sayings.forEach(
                (name, said) -> entries.put(name, new Entry(parse(parser, said.all()), parse(parser, said.except()))));
        sayings.forEach((name, said) -> said.all().forEach(phrase -> requireKnown(parser, phrase)));
        entries.keySet().forEach(name -> requireNoCircle(name, new HashSet<>()));
        Beginnings beginnings = new Beginnings();
        entries.forEach((name, entry) -> {
            Slot list = slots.of(new Term.Named(name));
            lists.put(name, list);
            entry.phrases().stream()
                    .filter(phrase -> !phrase.beginsWithList())
                    .forEach(phrase -> beginnings.learn(list, phrase));
        });
        this.vocabulary = new Vocabulary(slots, beginnings);
    }

    /** Reads a message, at most its first 20,000 characters. */
    public Reading read(String message) {
        String plain = WordReader.plain(message.length() > 20_000 ? message.substring(0, 20_000) : message);
        List<Word> words = reader.words(plain);
        return new Reading(plain, words, vocabulary.recognise(words), lists, entries);
    }

    private static List<Phrase> parse(PhraseParser parser, List<String> phrases) {
        return phrases.stream().flatMap(phrase -> parser.parse(phrase).stream()).toList();
    }

    private void requireKnown(PhraseParser parser, String phrase) {
        parse(parser, List.of(phrase)).stream()
                .flatMap(parsed -> parsed.parts().stream())
                .flatMap(part -> part.terms().stream())
                .map(Slot::term)
                .forEach(term -> {
                    if (term instanceof Term.Named named && !entries.containsKey(named.name())) {
                        throw new PhraseNotUnderstood(phrase, "there is no list {" + named.name() + "}");
                    }
                });
    }

    private void requireNoCircle(String name, Set<String> above) {
        if (!above.add(name)) {
            throw new PhraseNotUnderstood("{" + name + "}", "the list leads back to itself");
        }
        requireNonNull(entries.get(name)).terms().forEach(term -> {
            if (term instanceof Term.Named named && entries.containsKey(named.name())) {
                requireNoCircle(named.name(), new HashSet<>(above));
            }
        });
    }
}
