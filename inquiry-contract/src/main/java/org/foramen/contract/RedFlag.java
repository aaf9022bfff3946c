package org.foramen.contract;

/**
 * A sign of an emergency found in a message. Its {@code toString} shows nothing that the visitor typed.
 *
 * @param flag the name of the sign, such as {@code saddle-numbness}
 * @param words the visitor's words that raised it
 */
public record RedFlag(String flag, String words) {

    @Override
    public String toString() {
        return "RedFlag[" + flag + "]";
    }
}
