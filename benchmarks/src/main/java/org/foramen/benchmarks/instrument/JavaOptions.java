package org.foramen.benchmarks.instrument;

import java.util.List;

/** The options of all Java programs here, so that only the program makes the difference. */
public final class JavaOptions {

    /** As our images have them in a container of 512 MB; the environment variable BENCH_JAVA_OPTIONS changes them. */
    public static final String TEXT =
            System.getenv().getOrDefault("BENCH_JAVA_OPTIONS", "-Xms32m -Xmx256m -XX:+UseSerialGC -XX:-UsePerfData");

    private JavaOptions() {}

    public static List<String> list() {
        return List.of(TEXT.split(" "));
    }
}
