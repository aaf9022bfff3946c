package org.foramen.content.language;

import java.util.List;
import org.foramen.content.language.phrase.Found;
import org.foramen.content.language.phrase.Lexicon;
import org.foramen.content.language.phrase.Occurrences;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;

/** One message as the phrasebook reads it; for one thread, and its text never shows in {@code toString}. */
public final class Reading {

    private final Lexicon lexicon;

    private final Occurrences found;

    Reading(Lexicon lexicon, Occurrences found) {
        this.lexicon = lexicon;
        this.found = found;
    }

    /** Where a phrase of this list stands, in the order of the message. */
    public List<Span> find(String list) {
        return lexicon.find(list, found);
    }

    /** What is found of this list, and by which phrases. */
    List<Found> phrases(String list) {
        return lexicon.phrases(list, found);
    }

    /** Whether the message has no words at all. */
    public boolean isEmpty() {
        return words().count() == 0;
    }

    /** The visitor's own words of this span; personal, so never for a log. */
    public String quote(Span span) {
        return words().quote(span);
    }

    Words words() {
        return found.words();
    }

    /** Where a phrase of this list begins in a sentence. */
    List<Span> findIn(int sentence, String list) {
        return Span.beginningIn(find(list), words().opening(sentence), words().opening(sentence + 1));
    }

    @Override
    public String toString() {
        return "Reading[" + words().count() + " words]";
    }
}
