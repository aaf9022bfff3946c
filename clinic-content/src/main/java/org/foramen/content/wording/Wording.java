package org.foramen.content.wording;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that keep people safe and informed, in one language: {@code wording/<language>.yml}.
 *
 * @param version changes whenever the words of consent change; it is kept with each consent
 * @param emergency stands above the first field of each form
 * @param urgent what a person reads first whose message has signs of an emergency
 * @param urgentCall said after it while the office is open and there is a number to call
 * @param callToday what a person reads first who should be seen today
 * @param crisis what a person reads first who may want to die, and the foot of every mail
 * @param mailEmergency the first and last words of every mail to a patient
 * @param mailConsent the risk of e-mail, inside the choice that is the consent to it
 * @param noRelationship stands beside the send button, in mails and on handouts
 * @param languageHelp stands at the foot of pages and mails
 * @param privacy how the clinic uses what is sent
 * @param handoutLines what every handout must say, word for word
 * @param pages the texts of pages, by name
 * @param problems what is said when something typed cannot be taken, by name
 * @param mail the texts of the patient's mail, and of those that the front desk writes to them, by name
 * @param clinic the texts of mails to the clinic, by name
 */
public record Wording(
        String version,
        Emergency emergency,
        String urgent,
        String urgentCall,
        String callToday,
        String crisis,
        String mailEmergency,
        String mailConsent,
        String noRelationship,
        String languageHelp,
        Notice privacy,
        List<String> handoutLines,
        Map<String, String> pages,
        Map<String, String> problems,
        Map<String, String> mail,
        Map<String, String> clinic) {

    public Wording {
        handoutLines = List.copyOf(handoutLines);
        pages = Map.copyOf(pages);
        problems = Map.copyOf(problems);
        mail = Map.copyOf(mail);
        clinic = Map.copyOf(clinic);
    }

    /** A text of the pages, such as {@code contact.title}. */
    public String page(String name) {
        return named(Section.PAGES, name);
    }

    /** What is said about a problem, such as {@code name.missing}. */
    public String problem(String name) {
        return named(Section.PROBLEMS, name);
    }

    /** A text of the patient's mail, such as {@code subject}. */
    public String mail(String name) {
        return named(Section.MAIL, name);
    }

    /** A text of mails to the clinic, such as {@code title.call}. */
    public String clinic(String name) {
        return named(Section.CLINIC, name);
    }

    private String named(Section section, String name) {
        String text = texts(section).get(name);
        if (text == null) {
            throw FaultyText.missing(section, name);
        }
        return text;
    }

    /** The texts of a section, by name. */
    public Map<String, String> texts(Section section) {
        return switch (section) {
            case PAGES -> pages;
            case PROBLEMS -> problems;
            case MAIL -> mail;
            case CLINIC -> clinic;
        };
    }

    /** The same with one text otherwise. */
    public Wording with(Section section, String name, String text) {
        Map<Section, Map<String, String>> texts = new EnumMap<>(Section.class);
        for (Section one : Section.values()) {
            texts.put(one, new HashMap<>(texts(one)));
        }
        requireNonNull(texts.get(section)).put(name, text);
        return new Wording(
                version,
                emergency,
                urgent,
                urgentCall,
                callToday,
                crisis,
                mailEmergency,
                mailConsent,
                noRelationship,
                languageHelp,
                privacy,
                handoutLines,
                requireNonNull(texts.get(Section.PAGES)),
                requireNonNull(texts.get(Section.PROBLEMS)),
                requireNonNull(texts.get(Section.MAIL)),
                requireNonNull(texts.get(Section.CLINIC)));
    }

    /** Where texts stand that have names. */
    public enum Section {
        PAGES,
        PROBLEMS,
        MAIL,
        CLINIC;

        /** As the file names it. */
        public String entry() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What to do in an emergency, instead of using the form.
     *
     * @param brief the signs in one line
     * @param all what unfolds them
     */
    public record Emergency(
            String heading,
            String brief,
            String all,
            String text,
            String listHeading,
            List<String> list,
            String afterSurgery) {

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
