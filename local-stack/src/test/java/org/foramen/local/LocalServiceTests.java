package org.foramen.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalServiceTests {

    private final List<LocalService> both = LocalService.both(Settings.of(Map.of(), Path.of("..")));

    /** What it does not know it warns of, and whoever starts it for the first time reads that. */
    @Test
    void theIntakeIsToldNothingThatOnlyTheNotifierKnows() {
        assertThat(both.get(0).environment().keySet())
                .contains("SERVER_PORT", "FORAMEN_CONTENT")
                .noneMatch(name -> name.matches("FORAMEN_(CANARY|CONSOLE).*|SPRING_MAIL.*"));
    }

    @Test
    void theNotifierIsToldWhereMailsGo() {
        assertThat(both.get(1).environment()).containsKeys("SPRING_MAIL_PORT", "FORAMEN_CANARY_INTAKE", "FORAMEN_DATA");
    }
}
