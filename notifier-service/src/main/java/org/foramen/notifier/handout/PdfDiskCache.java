package org.foramen.notifier.handout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handouts' PDFs on this machine's disk, so that only the first start prints them. A file is named after all that
 * shapes it: what was printed otherwise has another name.
 */
final class PdfDiskCache {

    private static final Logger log = LoggerFactory.getLogger(PdfDiskCache.class);
    private static final String PDF = ".pdf";
    private static final String OURS = "[0-9a-f]".repeat(64) + PDF;

    private final Path folder;
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    PdfDiskCache(Path folder) {
        this.folder = folder;
    }

    /** @param page what {@link HandoutPdf#page} made */
    byte[] of(String page) {
        Path file = folder.resolve(nameOf(page));
        inUse.add(file.getFileName().toString());
        try {
            byte[] kept = Files.readAllBytes(file);
            if (isWhole(kept)) {
                return kept;
            }
            log.warn("{} is no PDF any more and is printed anew", file);
        } catch (IOException e) {
            log.debug("{} is not there yet, or cannot be read", file);
        }
        byte[] pdf = HandoutPdf.print(page);
        keep(file, pdf);
        return pdf;
    }

    /** A disk may come back from a mishap with files cut short. */
    private static boolean isWhole(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        return text.startsWith("%PDF-") && text.stripTrailing().endsWith("%%EOF");
    }

    /** Removes what was printed of handouts as they were. */
    void forgetOthers() {
        try (DirectoryStream<Path> pdfs = Files.newDirectoryStream(folder, OURS)) {
            for (Path pdf : pdfs) {
                if (!inUse.contains(pdf.getFileName().toString())) {
                    Files.deleteIfExists(pdf);
                }
            }
        } catch (IOException e) {
            log.debug("nothing to remove", e);
        }
    }

    /** Whole or not at all: it is written aside, forced to the disk, and renamed. */
    private void keep(Path file, byte[] pdf) {
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "", ".new");
            try {
                try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                    ByteBuffer rest = ByteBuffer.wrap(pdf);
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                    channel.force(true);
                }
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            log.warn("The handouts' PDFs cannot be kept in {}: each start prints them anew", folder);
        }
    }

    private static String nameOf(String page) {
        MessageDigest shape = sha256();
        for (String part : HandoutPdf.PRESS) {
            try (InputStream stream = HandoutPdf.open(part)) {
                shape.update(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return HexFormat.of().formatHex(shape.digest(page.getBytes(StandardCharsets.UTF_8))) + PDF;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
