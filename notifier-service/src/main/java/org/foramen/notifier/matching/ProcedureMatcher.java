package org.foramen.notifier.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foramen.base.screening.Senders;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.file.Explanation;
import org.foramen.content.language.file.PhraseExamples;
import org.foramen.content.language.file.PhraseLines;
import org.foramen.content.language.file.PhraseTopic;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Reading;
import org.foramen.contract.Region;
import org.jspecify.annotations.Nullable;

/** Answers a question with one education summary, the general leaflet, or nothing; unsure means the leaflet. */
public final class ProcedureMatcher {

    private final Phrasebook phrasebook;

    private final Senders senders;

    private final Regions regions;

    private final Treatments treatments;

    private final Set<String> library;

    private final List<Path> folders;

    private final Map<String, Optional<String>> byChoice = new HashMap<>();

    private ProcedureMatcher(PhraseTopic<MatchingFile> topic, Senders senders, Map<String, List<String>> names) {
        this.phrasebook = topic.phrasebook();
        this.senders = senders;
        this.regions = new Regions(phrasebook);
        this.treatments = Treatments.in(topic.file(), names);
        this.library = Set.copyOf(names.keySet());
        this.folders = topic.folders();
        library.forEach(choice -> byChoice.put(choice, namedIn(choice)));
    }

    /**
     * Reads {@code language/doubts}, {@code language/matching} and {@code language/senders} of the content folder.
     * @param names the names and aliases of each procedure that has a summary
     */
    public static ProcedureMatcher load(Path content, Map<String, List<String>> names) {
        return new ProcedureMatcher(topic(content, names), Senders.load(content), names);
    }

    /** The phrases of a content folder with their examples. */
    public static PhraseExamples examples(Path content, Map<String, List<String>> names) {
        return topic(content, names).examples();
    }

    private static PhraseTopic<MatchingFile> topic(Path content, Map<String, List<String>> names) {
        return PhraseTopic.read(content, "matching", MatchingFile.class, (file, doubts) -> file.lists(doubts, names));
    }

    /** Each procedure and each word of business that was found in this message, by file and line. */
    public List<Explanation> explain(String message) {
        Reading reading = phrasebook.read(message);
        PhraseLines lines = new PhraseLines(folders);
        List<Explanation> found = new ArrayList<>();
        treatments
                .lists()
                .forEach(list -> found.addAll(Explanation.of(list, EnumSet.of(Doubt.HYPOTHETICAL), reading, lines)));
        found.addAll(senders.explain(message));
        return found;
    }

    /** Words of the message beat what was chosen in the form. */
    public Match match(Question question) {
        Optional<String> business = senders.business(question.message());
        if (business.isPresent()) {
            return new Match.NotAPatient("Looks like " + business.get() + ", not a patient's inquiry.");
        }
        Reading message = phrasebook.read(question.message());
        Region region = regions.of(message, orEmpty(question.chosenRegion()));
        return patient(new Mentions(treatments, message), chosen(question), region);
    }

    private Match patient(Mentions mentions, Optional<String> chosen, Region region) {
        List<String> named = mentions.named();
        if (!named.isEmpty()) {
            String wanted = chosen.filter(named::contains).orElse(named.get(0));
            return summary(wanted, region, "Names " + plain(wanted) + ".");
        }
        Optional<String> other = mentions.other();
        if (other.isPresent()) {
            return new Match.GeneralLeaflet(region, "Asks about " + other.get() + ", which no summary explains.");
        }
        Set<String> dismissed = mentions.dismissed();
        Map<String, String> described = mentions.described();
        described.keySet().removeAll(dismissed);
        Optional<String> fitting = (described.size() == 1)
                ? described.keySet().stream().findFirst()
                : chosen.filter(described::containsKey);
        if (fitting.isPresent()) {
            return summary(fitting.get(), region, "Describes " + described.get(fitting.get()) + ".");
        }
        if (described.size() > 1) {
            return new Match.GeneralLeaflet(region, "Describes what more than one procedure may treat.");
        }
        return chosen.filter(procedure -> !dismissed.contains(procedure))
                .map(procedure -> summary(procedure, region, "Chose " + plain(procedure) + " in the form."))
                .or(() -> mentions.justDone()
                        .map(procedure -> summary(procedure, region, "Had " + plain(procedure) + " not long ago.")))
                .orElse(new Match.GeneralLeaflet(region, "Points to no one procedure."));
    }

    private Match summary(String procedure, Region region, String reason) {
        return library.contains(procedure)
                ? new Match.Summary(procedure, region, reason)
                : new Match.GeneralLeaflet(region, reason + " There is no summary of " + plain(procedure) + ".");
    }

    private Optional<String> chosen(Question question) {
        String choice = orEmpty(question.chosenProcedure());
        Optional<String> known = byChoice.get(choice);
        return known != null ? known : namedIn(choice);
    }

    private Optional<String> namedIn(String choice) {
        return new Mentions(treatments, phrasebook.read(choice))
                .named().stream().findFirst();
    }

    private static String plain(String procedure) {
        return procedure.replace('-', ' ');
    }

    private static String orEmpty(@Nullable String text) {
        return (text != null) ? text : "";
    }
}
