package org.foramen.base.screening;

import org.foramen.contract.Level;

/** A red flag, the visitor's words that raised it and the text it calls for; {@code toString} shows no words. */
public record Finding(String flag, String words, Level level) {

    @Override
    public String toString() {
        return "Finding[" + flag + "]";
    }
}
