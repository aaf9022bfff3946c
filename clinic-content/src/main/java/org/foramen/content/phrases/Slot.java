package org.foramen.content.phrases;

/** A term and its number, by which a reading finds it without a search. There is one for each term. */
final class Slot {

    private final int number;

    private final Term term;

    Slot(int number, Term term) {
        this.number = number;
        this.term = term;
    }

    int number() {
        return number;
    }

    Term term() {
        return term;
    }
}
