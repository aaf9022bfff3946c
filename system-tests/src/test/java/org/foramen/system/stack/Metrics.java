package org.foramen.system.stack;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.stack.process.Service;

/** What a service tells Prometheus at one moment. */
public record Metrics(List<String> samples) {

    public static Metrics of(Service service) throws IOException {
        return new Metrics(new Website(service)
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList());
    }

    /** The names of all that is told, without labels. */
    public Set<String> names() {
        return samples.stream().map(sample -> sample.split("[{ ]", 2)[0]).collect(Collectors.toSet());
    }

    /**
     * The sum of a metric's samples.
     *
     * @param labels such as {@code state="sent"}; a sample must have all of them
     * @throws IllegalStateException when there is no such sample
     */
    public long sum(String name, String... labels) {
        List<String> found = samples.stream()
                .filter(sample -> sample.startsWith(name + "{") || sample.startsWith(name + " "))
                .filter(sample -> Stream.of(labels).allMatch(sample::contains))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("there is no " + name + List.of(labels));
        }
        return (long) found.stream()
                .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
                .sum();
    }
}
