package org.foramen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTests {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Running running = new Running(new Console(new PrintStream(shown, true, UTF_8)));
    private final List<String> stopped = new ArrayList<>();

    @Test
    void whatStartedLastStopsFirstAndOnce() {
        running.add(() -> stopped.add("broker"));
        running.add(() -> stopped.add("inbox"));
        running.add(() -> stopped.add("services"));

        running.close();
        running.close();

        assertThat(stopped).containsExactly("services", "inbox", "broker");
    }

    @Test
    void whatCannotStopDoesNotKeepTheOthersRunning() {
        running.add(() -> stopped.add("broker"));
        running.add(() -> {
            throw new IllegalStateException("stuck");
        });

        running.close();

        assertThat(stopped).containsExactly("broker");
        assertThat(shown.toString(UTF_8)).contains("stuck");
    }
}
