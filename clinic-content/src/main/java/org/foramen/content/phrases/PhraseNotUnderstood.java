package org.foramen.content.phrases;

/** A phrase in a content file breaks the notation. */
final class PhraseNotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String phrase;

    PhraseNotUnderstood(String phrase, String reason) {
        super("the phrase \"" + phrase + "\" is not understood: " + reason);
        this.phrase = phrase;
    }

    String phrase() {
        return phrase;
    }
}
