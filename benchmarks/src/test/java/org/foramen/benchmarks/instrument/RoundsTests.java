package org.foramen.benchmarks.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.junit.jupiter.api.Test;

class RoundsTests {

    private final List<String> order = new ArrayList<>();

    @Test
    void contendersTakeTurnsAndTheRoundsThatWarmUpAreForgotten() {
        Rounds rounds = Rounds.of(2, 2, contenders(List.of(99.0, 98.0, 10.0, 30.0), List.of(99.0, 98.0, 5.0, 10.0)));

        assertThat(order).containsExactly("a", "b", "a", "b", "a", "b", "a", "b");
        assertThat(rounds.median("a", "speed")).isEqualTo(20);
    }

    @Test
    void aRatioIsTakenWithinARound() {
        Rounds rounds = Rounds.of(1, 3, contenders(List.of(1.0, 10.0, 100.0, 12.0), List.of(1.0, 5.0, 50.0, 4.0)));

        assertThat(rounds.ratio("a", "b", "speed")).isEqualTo(new Spread(2, 2, 3));
    }

    @Test
    void whatWasNotMeasuredIsLeftEmpty() {
        Rounds rounds = Rounds.of(1, 1, contenders(List.of(1.0, 10.0), List.of(1.0, 4.0)));

        assertThat(rounds.ratio("a", "somebody", "speed").median()).isNaN();
        assertThat(rounds.table("who")).contains("| a | 10.0 |");
    }

    private Map<String, Contender> contenders(List<Double> a, List<Double> b) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put("a", contender("a", a));
        contenders.put("b", contender("b", b));
        return contenders;
    }

    private Contender contender(String name, List<Double> speeds) {
        return () -> {
            order.add(name);
            int turn = order.stream().filter(name::equals).toList().size() - 1;
            return Map.of("speed", speeds.get(turn));
        };
    }
}
