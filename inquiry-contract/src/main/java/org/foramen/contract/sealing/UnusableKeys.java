package org.foramen.contract.sealing;

/** A file of keys is missing, damaged, or not of the kind that is needed; the sentence names it. */
public final class UnusableKeys extends IllegalStateException {

    UnusableKeys(String sentence) {
        super(sentence);
    }
}
