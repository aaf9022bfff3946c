package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What benchmarks leave behind under {@code target/results}: raw samples, and pieces of text that take their place in
 * docs/performance.md between a pair of marks that bears their name.
 */
public final class Results {

    /** Elsewhere for tests, whose figures mean nothing. */
    private static final Path FOLDER = Path.of(System.getProperty("foramen.results", "target/results"));

    private static final String PIECE = ".md";
    private static final String PICTURE = ".svg";

    private Results() {}

    /** @param name of the mark, such as {@code intake.table} */
    public static void piece(String name, String text) {
        write(name + PIECE, text);
    }

    /** Writes a piece that is a table or more, with the machine and its load below it. */
    public static void table(String name, String table, String settings) {
        String piece = table + "\n" + settings + " " + Machine.now() + "\n";
        System.out.println("\n" + piece);
        piece(name, "\n" + piece);
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

    /** Puts every piece that there is in its place in a document, and every picture into the folder of its images. */
    public static void putInto(Path document) throws IOException {
        String text = Files.readString(document);
        for (Path file : all(PIECE)) {
            String name = file.getFileName().toString();
            text = placed(text, name.substring(0, name.length() - PIECE.length()), Files.readString(file));
        }
        Files.writeString(document, text);
        for (Path file : all(PICTURE)) {
            Path image = document.resolveSibling("images").resolve(file.getFileName());
            Files.copy(file, image, StandardCopyOption.REPLACE_EXISTING);
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
