package org.foramen.contract;

import org.jspecify.annotations.Nullable;

/**
 * A sign of an emergency found in a message. Its {@code toString} shows nothing that the visitor typed.
 *
 * @param flag the name of the sign, such as {@code saddle-numbness}
 * @param words the visitor's words that raised it
 * @param guidance what the person was told first, {@code emergency}, {@code call-today} or {@code crisis}; null in the first events
 */
public record RedFlag(String flag, String words, @Nullable String guidance) {

    Level level() {
        return Level.named(guidance);
    }

    @Override
    public String toString() {
        return "RedFlag[" + flag + "]";
    }
}
