package org.foramen.intake.screening;

/** A red flag, the visitor's words that raised it and the text it calls for; {@code toString} shows no words. */
public record Finding(String flag, String words, Guidance guidance) {

    @Override
    public String toString() {
        return "Finding[" + flag + "]";
    }
}
