package org.foramen.content.handout;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.foramen.content.readability.Readability;
import org.foramen.content.wording.Wording;

/** Holds every handout to what the clinic promises its readers: easy words, the lines that keep them safe, links that work. */
public final class LibraryCheck {

    private static final int LONGEST_SUMMARY = 20;
    private static final int QUESTIONS_OF_A_LETTER = 3;
    private static final Set<String> SCHEMES = Set.of("https", "mailto", "tel");

    private LibraryCheck() {}

    /**
     * What is wrong, a sentence each that names the file; empty when all is well.
     *
     * @param wordingIn the words in a language
     */
    public static List<String> problems(EducationLibrary library, Function<String, Wording> wordingIn) {
        List<String> problems = new ArrayList<>();
        for (EducationSummary handout : library.all()) {
            for (String problem : problems(handout, wordingIn.apply(handout.language()))) {
                problems.add(file(handout) + ": " + problem);
            }
        }
        return problems;
    }

    static List<String> problems(EducationSummary handout, Wording wording) {
        List<String> problems = new ArrayList<>(
                Readability.of(handout.text(), handout.language()).problems(handout.language()));
        String text = handout.text();
        for (String line : wording.handoutLines()) {
            if (!text.contains(line)) {
                problems.add("this line is missing: \"" + line + "\"");
            }
        }
        handout.links().stream()
                .filter(link -> !isValid(link))
                .forEach(link -> problems.add("this link cannot be followed: " + link));
        if (handout.mainPoints().isEmpty() || handout.questions().size() < QUESTIONS_OF_A_LETTER) {
            problems.add("the letter needs a first list of main points, and a list of three questions or more");
        }
        if (handout.about().names().isEmpty()) {
            problems.add("names must say what people call it");
        }
        if (handout.about().summary().split("\\s+").length > LONGEST_SUMMARY) {
            problems.add("summary has more than 20 words");
        }
        return problems;
    }

    private static boolean isValid(String link) {
        try {
            URI address = URI.create(link);
            return address.getScheme() != null
                    && SCHEMES.contains(address.getScheme())
                    && (!address.getScheme().equals("https") || address.getHost() != null);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String file(EducationSummary handout) {
        String folder =
                handout.id().equals(EducationLibrary.GENERAL) ? EducationLibrary.GENERAL : "procedures/" + handout.id();
        return folder + "/" + handout.language() + ".md";
    }
}
