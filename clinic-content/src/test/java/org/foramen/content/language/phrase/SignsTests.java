package org.foramen.content.language.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.content.language.phrase.Phrase.Part;
import org.junit.jupiter.api.Test;

/** Which words speak for a phrase, so that it is looked for where they stand, and nowhere else. */
class SignsTests {

    private static final Term PAIN = new Term.Named("pain");
    private static final Term SPINE = new Term.Named("spine");
    private static final Term PART = new Term.Named("part");
    private static final Term NOTHING = new Term.Named("nothing");

    private final Signs signs = new Signs(Map.of(
            PAIN, list(phrase(word("hurts")), phrase(word("aches")), phrase(word("pain"))),
            SPINE, list(phrase(word("spine")), phrase(word("my"), word("back"))),
            PART, list(phrase(SPINE), phrase(word("neck")), phrase(word("my"), word("arm"))),
            NOTHING, list()));

    @Test
    void theWordsOfTheListThatFewestUseSpeakForAPhraseOfListsAlone() {
        assertThat(signs.of(phrase(SPINE, PAIN))).containsExactlyInAnyOrder(word("spine"), word("back"));
    }

    @Test
    void aListInAListSpeaksByItsWords() {
        assertThat(signs.of(phrase(PART)))
                .containsExactlyInAnyOrder(word("spine"), word("back"), word("neck"), word("arm"));
    }

    @Test
    void aWordThatFewerUseSpeaksForAPhraseWithAList() {
        assertThat(signs.of(phrase(PAIN, word("neck")))).containsExactly(word("neck"));
    }

    @Test
    void nothingSpeaksForWhatCannotStandAnywhere() {
        assertThat(signs.of(phrase(NOTHING, word("neck")))).isEmpty();
    }

    private static Term word(String word) {
        return new Term.Exact(word);
    }

    private static Phrase phrase(Term... places) {
        return new Phrase(
                "any",
                Stream.of(places).map(place -> new Part(List.of(place), 0)).toList());
    }

    private static PhraseList list(Phrase... phrases) {
        return new PhraseList(List.of(phrases), List.of());
    }
}
