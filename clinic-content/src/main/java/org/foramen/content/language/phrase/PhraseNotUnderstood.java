package org.foramen.content.language.phrase;

/** A phrase in a content file breaks the notation. */
public final class PhraseNotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String phrase;

    PhraseNotUnderstood(String phrase, String reason) {
        super("the phrase \"" + phrase + "\" is not understood: " + reason);
        this.phrase = phrase;
    }

    public String phrase() {
        return phrase;
    }
}
