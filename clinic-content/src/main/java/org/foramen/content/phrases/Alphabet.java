package org.foramen.content.phrases;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/** The characters with which nearly all English and Spanish is typed. */
final class Alphabet {

    private static final char NONE = 0;

    private static final char[] PLAIN = plain();

    private Alphabet() {}

    /** Each letter of a text without case and accent; null when it has other characters than these. */
    static char @Nullable [] plain(String text) {
        char[] plain = text.toCharArray();
        for (int at = 0; at < plain.length; at++) {
            char typed = plain[at];
            plain[at] = typed < PLAIN.length ? PLAIN[typed] : punctuation(typed);
            if (plain[at] == NONE) {
                return null;
            }
        }
        return plain;
    }

    private static char punctuation(char typed) {
        return switch (typed) {
            case '’' -> '\'';
            case '“', '”', '–', '—', '•' -> ' ';
            default -> NONE;
        };
    }

    private static char[] plain() {
        char[] plain = new char[0x100];
        for (char ascii = 1; ascii < 0x80; ascii++) {
            plain[ascii] = Character.toLowerCase(ascii);
        }
        plain['`'] = '\''; // both are typed for an apostrophe
        plain['´'] = '\'';
        plain['¡'] = ' ';
        plain['¿'] = ' ';
        for (char accented = 'À'; accented <= 'ÿ'; accented++) {
            char[] folded = new char[4];
            boolean isOne = ASCIIFoldingFilter.foldToASCII(new char[] {accented}, 0, folded, 0, 1) == 1;
            plain[accented] = isOne ? Character.toLowerCase(folded[0]) : NONE;
        }
        return plain;
    }
}
