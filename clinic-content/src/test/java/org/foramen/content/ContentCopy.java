package org.foramen.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.SignedText;
import org.foramen.content.handout.HandoutFile;

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

    /** A clinician's word for a handout, given a year before its end. */
    public ContentCopy approve(String handout, LocalDate reviewBy) {
        Path file = folder.resolve(handout);
        SignOff signature =
                new SignOff("Ana Kim, MD", reviewBy.minusYears(1), reviewBy, HandoutFile.hashToApprove(file));
        return change(handout, text -> new SignedText(file, text).with(signature));
    }

    ContentCopy delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    public ClinicContent load() {
        return ClinicContent.load(folder);
    }
}
