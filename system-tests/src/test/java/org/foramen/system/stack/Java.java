package org.foramen.system.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a Java program is started here: with little memory, and soon. */
final class Java {

    private Java() {}

    static List<String> command(String memory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        return command;
    }
}
