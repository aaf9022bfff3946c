package org.foramen.content.wording;

import java.util.List;
import java.util.Map;

/**
 * The words that keep people safe and informed, in one language: {@code wording/<language>.yml}.
 *
 * @param version changes whenever the words of consent change; it is kept with each consent
 * @param emergency stands above the first field of each form
 * @param urgent what a person reads first whose message has signs of an emergency
 * @param crisis what a person reads first who may want to die, and the foot of every mail
 * @param mailEmergency the first and last words of every mail to a patient
 * @param mailNotPrivate stands beside the e-mail field
 * @param mailConsent the words of the box that allows e-mail
 * @param careEitherWay stands below that box
 * @param noRelationship stands beside the send button, in mails and on handouts
 * @param languageHelp stands at the foot of pages and mails
 * @param privacy how the clinic uses what is sent
 * @param handoutLines what every handout must say, word for word
 * @param pages the texts of pages, by name
 * @param problems what is said when something typed cannot be taken, by name
 * @param mail the texts of the patient's mail, by name
 */
public record Wording(
        String version,
        Emergency emergency,
        String urgent,
        String crisis,
        String mailEmergency,
        String mailNotPrivate,
        String mailConsent,
        String careEitherWay,
        String noRelationship,
        String languageHelp,
        Notice privacy,
        List<String> handoutLines,
        Map<String, String> pages,
        Map<String, String> problems,
        Map<String, String> mail) {

    public Wording {
        handoutLines = List.copyOf(handoutLines);
        pages = Map.copyOf(pages);
        problems = Map.copyOf(problems);
        mail = Map.copyOf(mail);
    }

    /** A text of the pages, such as {@code contact.title}. */
    public String page(String name) {
        return named(pages, name);
    }

    /** What is said about a problem, such as {@code name.missing}. */
    public String problem(String name) {
        return named(problems, name);
    }

    /** A text of the patient's mail, such as {@code subject}. */
    public String mail(String name) {
        return named(mail, name);
    }

    private static String named(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("The wording has no text named " + name);
        }
        return text;
    }

    /** What to do in an emergency, instead of using the form. */
    public record Emergency(String heading, String text, String listHeading, List<String> list, String afterSurgery) {

        public Emergency {
            list = List.copyOf(list);
        }
    }

    /** A heading and its points. */
    public record Notice(String heading, List<String> list) {

        public Notice {
            list = List.copyOf(list);
        }
    }
}
