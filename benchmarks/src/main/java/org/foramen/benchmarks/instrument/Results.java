package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What benchmarks leave behind under {@code target/results}: tables and samples, and pieces of text that take their place in
 * docs/performance.md between a pair of marks that bears their name.
 */
public final class Results {

    /** Elsewhere for tests, whose figures mean nothing. */
    private static final Path FOLDER = Path.of(System.getProperty("foramen.results", "target/results"));

    private static final String PIECE = ".piece";
    private static final String TABLE = ".md";
    private static final String SAMPLES = ".csv";
    private static final String PICTURE = ".svg";
    private static final String VALUE = ".value";

    private Results() {}

    /** @param name of the mark, such as {@code intake.cpu} */
    public static void piece(String name, String text) {
        write(name + PIECE, text);
    }

    /** Writes a table, with the machine and its load below it. */
    public static void table(String name, String table, String settings) {
        String text = table + "\n" + settings + " " + Machine.now() + "\n";
        System.out.println("\n" + text);
        write(name + TABLE, text);
    }

    /** A figure as numbers, for those who compare. */
    static void value(String name, Spread value) {
        write(name + VALUE, value.line());
    }

    static Optional<Spread> value(String name) {
        Path file = FOLDER.resolve(name + VALUE);
        try {
            return Files.exists(file) ? Optional.of(Spread.read(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets figures of earlier runs, so that none is taken for one of this run. */
    public static void forget() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return;
        }
        for (Path file : all("")) {
            Files.delete(file);
        }
    }

    public static void picture(String name, String svg) {
        write(name + PICTURE, svg);
    }

    public static void raw(String file, String text) {
        write(file, text);
    }

    public static Path folder() {
        return FOLDER;
    }

    /** Puts every piece that there is in its place in a document, and every picture that it shows into the folder of its images. */
    public static void putInto(Path document) throws IOException {
        String text = Files.readString(document);
        for (Path file : all(PIECE)) {
            String name = file.getFileName().toString();
            text = placed(text, name.substring(0, name.length() - PIECE.length()), Files.readString(file));
        }
        Files.writeString(document, text);
        for (Path file : all(PICTURE)) {
            Path image = document.resolveSibling("images").resolve(file.getFileName());
            if (text.contains("images/" + file.getFileName())) {
                Files.copy(file, image, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Copies tables and samples to where they are kept. */
    public static void putBeside(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String kind : List.of(TABLE, SAMPLES)) {
            for (Path file : all(kind)) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> all(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    static String placed(String text, String name, String piece) {
        Pattern place = Pattern.compile("(<!-- " + Pattern.quote(name) + " -->).*?(<!-- / -->)", Pattern.DOTALL);
        return place.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(piece) + "$2");
    }

    private static void write(String file, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
