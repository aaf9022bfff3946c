package org.foramen.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The Java files of the modules. */
final class SourceTree {

    static final Path ROOT = Path.of("..");

    private SourceTree() {}

    /** The source folders of one kind, such as {@code src/main/java}, of all modules but some. */
    static List<Path> folders(String kind, String... without) {
        Predicate<Path> unwanted =
                module -> Arrays.asList(without).contains(module.getFileName().toString());
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.filter(unwanted.negate())
                    .map(module -> module.resolve(kind))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A type's simple name, by its file. */
    static String typeOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
