package org.foramen.content.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate that every handout must pass. */
class LibraryCheckTests {

    private static final String HANDOUT = "procedures/foraminotomy/en.md";

    @TempDir
    Path folder;

    @Test
    void everyHandoutOfTheClinicPasses() {
        assertThat(problems(ClinicContent.load(ContentCopy.ORIGINAL))).isEmpty();
    }

    @Test
    void hardWordsAreNamedWithFileAndFigure() {
        String hard = "Complications necessitating institutionalization considerably exacerbate dissatisfaction. ";

        assertThat(problemsAfter(text -> text + "\n" + hard.repeat(30) + "\n"))
                .anyMatch(problem ->
                        problem.matches(HANDOUT + ": Flesch-Kincaid grade [0-9]+\\.[0-9], at most 6 is meant"))
                .anyMatch(problem -> problem.startsWith(HANDOUT + ": SMOG grade"))
                .anyMatch(problem -> problem.startsWith(HANDOUT + ": Flesch reading ease"));
    }

    @Test
    void longSentencesAreNamedInEveryLanguage() {
        String endless = "y " + "casa ".repeat(2000) + ".";

        assertThat(problemsAfter("procedures/foraminotomy/es.md", text -> text + "\n" + endless + "\n"))
                .anyMatch(problem -> problem.startsWith("procedures/foraminotomy/es.md: words per sentence"));
    }

    @Test
    void aLineThatKeepsPeopleSafeMustNotGo() {
        assertThat(problemsAfter(text -> text.replace("> - Both of your legs are weak or numb.\n", "")))
                .containsExactly(HANDOUT + ": this line is missing: \"Both of your legs are weak or numb.\"");
    }

    @Test
    void theLetterNeedsMainPointsAndThreeQuestions() {
        assertThat(ClinicContent.load(ContentCopy.ORIGINAL).library().all()).allSatisfy(handout -> {
            assertThat(handout.mainPoints()).hasSizeBetween(3, 6);
            assertThat(handout.questions()).hasSizeGreaterThanOrEqualTo(3).allMatch(line -> line.endsWith("?"));
        });
        assertThat(problemsAfter(text -> text.replace("?\n> -", ".\n> -")))
                .contains(HANDOUT
                        + ": the letter needs a first list of main points, and a list of three questions or more");
    }

    @Test
    void aLinkMustLeadSomewhereSafe() {
        String links = "[a](http://plain.example) [b](https://) [c](guide.html) [d](https://fine.example/x) "
                + "[e](tel:+13104239716) [f](javascript:alert) ![x](opening.svg)";

        assertThat(problemsAfter(text -> text + "\n" + links + "\n"))
                .containsExactly(
                        HANDOUT + ": this link cannot be followed: http://plain.example",
                        HANDOUT + ": this link cannot be followed: https://",
                        HANDOUT + ": this link cannot be followed: guide.html",
                        HANDOUT + ": this link cannot be followed: javascript:alert");
    }

    @Test
    void theFrontMatterMustSayWhatPeopleCallItAndBeBrief() {
        assertThat(problemsAfter(text -> text.replaceFirst("(?m)^names: .*", "names: []")
                        .replaceFirst("(?m)^summary: .*", "summary: " + "word ".repeat(21))))
                .containsExactly(
                        HANDOUT + ": names must say what people call it", HANDOUT + ": summary has more than 20 words");
    }

    private Iterable<String> problemsAfter(UnaryOperator<String> change) {
        return problemsAfter(HANDOUT, change);
    }

    private Iterable<String> problemsAfter(String file, UnaryOperator<String> change) {
        return problems(ContentCopy.in(folder).change(file, change).load());
    }

    private static Iterable<String> problems(ClinicContent content) {
        return LibraryCheck.problems(content.library(), content::wordingIn);
    }
}
