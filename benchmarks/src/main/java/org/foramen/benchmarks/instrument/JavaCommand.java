package org.foramen.benchmarks.instrument;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a Java program is started here: all with the same options, so that only the program makes the difference. */
public final class JavaCommand {

    /** Heap and collector as our images take them in a container of 512 MB; the environment variable BENCH_JAVA_OPTIONS changes them. */
    public static final String OPTIONS =
            System.getenv().getOrDefault("BENCH_JAVA_OPTIONS", "-Xms32m -Xmx256m -XX:+UseSerialGC");

    private JavaCommand() {}

    /** A program from the class path of this one. */
    public static List<String> ofClass(String mainClass, String... arguments) {
        List<String> command = begin(Path.of(System.getProperty("java.home")));
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A program from a jar. */
    public static List<String> ofJar(Path javaHome, Path jar, List<String> options) {
        List<String> command = begin(javaHome);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Whole paths, for a child works in a folder of its own. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> begin(Path javaHome) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.addAll(List.of(OPTIONS.split(" ")));
        return command;
    }
}
