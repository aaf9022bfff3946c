package org.foramen.content.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a text. */
class WordReaderTests {

    private final WordReader reader = new WordReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
			I CAN'T walk                ! i cant walk
			I can’t wálk                ! i cant walk
			𝐈 can`t wa\u0301lk             ! i cant walk
			I can`t or can´t, canʼt     ! i cant or cant cant
			k̶i̶l̶l̶ me                     ! kill me
			I want to die.I can not     ! i want to die i can not
			Dr. Kim's, the drs' office  ! dr kim the drs office
			¿Cuánto cuesta la operación ! cuanto cuesta la operacion
			pain.Help me at 3.30,5 C5-6 ! pain help me at 3.30,5 c5 6
			name: ____ a_1 1:30 a.m     ! name a_1 1 30 a.m
			A.C.D.F. at C5. An M.R.I.?  ! acdf at c5 an mri
			""")
    void aTextIsCutIntoPlainWords(String text, String words) {
        assertThat(words(reader.words(text))).containsExactly(words.split(" "));
    }

    @Test
    void aWordWithoutEndIsCutUp() {
        assertThat(words(reader.words("x".repeat(300)))).containsExactly("x".repeat(255), "x".repeat(45));
    }

    private static List<String> words(Words words) {
        return IntStream.range(0, words.count()).mapToObj(words::word).toList();
    }
}
