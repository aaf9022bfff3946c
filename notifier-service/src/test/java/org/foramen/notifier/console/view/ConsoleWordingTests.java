package org.foramen.notifier.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Subject;
import org.junit.jupiter.api.Test;

/** What the console says of mails and records. */
class ConsoleWordingTests {

    private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");
    private static final ConsoleWording WORDS = new ConsoleWording(ClinicContent.load(Path.of("../content")));

    @Test
    void aRecordIsUnreadableUntilSomebodySawToIt() {
        Position place = new Position(5, 1);
        Delivery record =
                Delivery.begun(new DeliveryKey(new Subject.DeadLetter(place), Audience.NOTICE), "<1>", place, NOW, NOW);

        assertThat(WORDS.standing(record, List.of("5-1"))).isEqualTo("unreadable");
        assertThat(WORDS.style(record, List.of("5-1"))).isEqualTo("deferred");
        assertThat(WORDS.standing(record, List.of())).isEqualTo("seen to");
        assertThat(WORDS.style(record, List.of())).isEqualTo("attempting");
    }
}
