package org.foramen.content.phrases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.foramen.inquiries.LabelledInquiries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a text, whichever way it takes to read them. */
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
			""")
    void aTextIsCutIntoPlainWords(String text, String words) {
        assertThat(words(reader.words(text))).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "don't 'quote' rock'n'roll’s it's' 's",
                "a.b c:d e_f 1.2 3,4 5;6 7:8 9.a b.9 a..b a.,b _a a_ __ _.a a_.b",
                "O’Neil’s “quoted” – dash — bullets • 3×4÷2 ÀÉÎÕÜ ñÑç",
                "new\nline\ttab\r\nend. (a) b, c: d; e? f! #1 @me 50% a/b a+b"
            })
    void whatIsReadTheQuickWayIsReadTheSameTheSlowWay(String text) {
        assertThat(described(requireNonNull(LatinWords.in(text))))
                .isEqualTo(described(reader.wordsOfAnyScript(WordReader.plain(text))));
    }

    @Test
    void mostInquiriesAreReadTheQuickWayAndAllTheSame() {
        List<String> messages = List.of("dev", "dev-flags", "public", "voices", "voices-flags").stream()
                .flatMap(set -> LabelledInquiries.read(set).stream())
                .map(LabelledInquiries.Labelled::message)
                .toList();
        for (String message : messages) {
            assertThat(described(reader.words(message)))
                    .isEqualTo(described(reader.wordsOfAnyScript(WordReader.plain(message))));
        }
        assertThat(messages.stream().filter(message -> LatinWords.in(message) != null))
                .hasSizeGreaterThan(messages.size() * 9 / 10);
    }

    @Test
    void aWordWithoutEndIsLeftToTheSlowWay() {
        assertThat(LatinWords.in("x".repeat(300))).isNull();
        assertThat(words(reader.words("x".repeat(300)))).containsExactly("x".repeat(255), "x".repeat(45));
    }

    private static List<String> words(Words words) {
        return IntStream.range(0, words.count()).mapToObj(words::word).toList();
    }

    private static List<String> described(Words words) {
        return IntStream.range(0, words.count())
                .mapToObj(at -> words.word(at) + " " + words.quote(at, at) + " " + words.before(at) + " "
                        + words.sentence(at) + " " + words.set(at))
                .toList();
    }
}
