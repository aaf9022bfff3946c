package org.foramen.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A copy of the clinic's content folder that a test may break. */
public record ContentCopy(Path folder) {

    public static final Path ORIGINAL = Path.of("../content");

    public static ContentCopy in(Path folder) {
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Path copy = folder.resolve(ORIGINAL.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            return new ContentCopy(folder.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ContentCopy change(String file, UnaryOperator<String> change) {
        try {
            Path path = folder.resolve(file);
            Files.writeString(path, change.apply(Files.readString(path)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ContentCopy delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    public ClinicContent load() {
        return ClinicContent.load(folder);
    }
}
