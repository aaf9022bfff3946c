package org.foramen.stack.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines of Java programs. */
public final class Java {

    private Java() {}

    /** The Java that runs this. */
    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Options of a program that has little memory and is up soon. */
    public static List<String> small(String heap) {
        return List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    /** A program from the class path of this one. */
    public static List<String> ofClass(List<String> options, String mainClass, String... arguments) {
        List<String> command = begin(home(), options);
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A program from a jar. */
    public static List<String> ofJar(Path home, List<String> options, Path jar, String... arguments) {
        List<String> command = begin(home, options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> begin(Path home, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        return command;
    }

    /** Whole paths, for a process works in a folder of its own. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
