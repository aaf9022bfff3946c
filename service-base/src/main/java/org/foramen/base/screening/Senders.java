package org.foramen.base.screening;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.file.Explanation;
import org.foramen.content.language.file.PhraseExamples;
import org.foramen.content.language.file.PhraseLines;
import org.foramen.content.language.file.PhraseTopic;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Reading;

/**
 * Tells business mail, withdrawals and tests from patients: the intake promises them no answer, and the notifier asks the
 * front desk for none.
 */
public final class Senders {

    private static final int ENOUGH_OFFERS = 2;

    private final List<String> business;

    private final Phrasebook phrasebook;

    private final List<Path> folders;

    private Senders(PhraseTopic<SenderFile> topic) {
        this.business =
                topic.file().senders().business().keySet().stream().sorted().toList();
        this.phrasebook = topic.phrasebook();
        this.folders = topic.folders();
    }

    /** Reads {@code language/doubts} and {@code language/senders} of the content folder. */
    public static Senders load(Path content) {
        return new Senders(topic(content));
    }

    /** The phrases of a content folder with their examples. */
    public static PhraseExamples examples(Path content) {
        return topic(content).examples();
    }

    private static PhraseTopic<SenderFile> topic(Path content) {
        return PhraseTopic.read(content, "senders", SenderFile.class, SenderFile::lists);
    }

    /** What makes this message not a patient's, such as {@code an advertisement}, if anything does. */
    public Optional<String> business(String message) {
        Reading reading = phrasebook.read(message);
        return business.stream()
                .filter(what -> !reading.find(SenderFile.business(what)).isEmpty())
                .findFirst()
                .or(() -> isHinted(reading) ? Optional.of("an offer or office mail") : Optional.empty());
    }

    /** Each word of business, and of a patient, that was found in this message, by file and line. */
    public List<Explanation> explain(String message) {
        Reading reading = phrasebook.read(message);
        PhraseLines lines = new PhraseLines(folders);
        return Stream.concat(
                        business.stream().map(SenderFile::business),
                        Stream.of(SenderFile.BUSINESS_HINTS, SenderFile.OFFERS, SenderFile.PATIENT))
                .flatMap(list -> Explanation.of(list, EnumSet.allOf(Doubt.class), reading, lines).stream())
                .toList();
    }

    private static boolean isHinted(Reading reading) {
        boolean hinted = !reading.find(SenderFile.BUSINESS_HINTS).isEmpty()
                || reading.find(SenderFile.OFFERS).size() >= ENOUGH_OFFERS;
        return hinted && reading.find(SenderFile.PATIENT).isEmpty();
    }
}
