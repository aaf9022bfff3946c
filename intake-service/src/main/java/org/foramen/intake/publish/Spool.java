package org.foramen.intake.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.foramen.contract.sealing.SealedInquiry;

/**
 * Sealed inquiries on this machine's disk, a file each. A file is written aside, forced to the disk, and renamed: it is
 * there whole or not at all, whatever is killed when. Its name begins with its turn.
 */
class Spool {

    private static final String WAITING = ".inquiry";
    private static final String SPOILT = ".spoilt";

    private final Path folder;
    private final long maxBytes;
    private final long minFreeBytes;
    private final AtomicLong turn;
    private final AtomicInteger inquiries = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger spoilt = new AtomicInteger();

    /** Opens the folder, makes it if need be, and counts what an earlier run left. */
    Spool(Path folder, long maxBytes, long minFreeBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.maxBytes = maxBytes;
        this.minFreeBytes = minFreeBytes;
        long last = 0;
        for (Path file : waiting()) {
            inquiries.incrementAndGet();
            bytes.addAndGet(Files.size(file));
            last = Long.parseLong(file.getFileName().toString().substring(0, 19));
        }
        this.turn = new AtomicLong(Math.max(last, System.currentTimeMillis() * 1_000));
    }

    boolean isEmpty() {
        return inquiries.get() == 0;
    }

    int inquiries() {
        return inquiries.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** Returns when the inquiry is on the disk. @throws IOException when the disk is full, unwritable or at its limit */
    void add(SealedInquiry inquiry) throws IOException {
        byte[] content = SpoolFile.write(inquiry);
        if (bytes.get() + content.length > maxBytes) {
            throw new IOException("the spool is at its limit of " + maxBytes + " bytes");
        }
        if (Files.getFileStore(folder).getUsableSpace() - content.length < minFreeBytes) {
            throw new IOException("less than " + minFreeBytes + " bytes are free on the disk of the spool");
        }
        String name = "%019d-%s".formatted(turn.incrementAndGet(), inquiry.id());
        Path aside = folder.resolve(name + ".tmp");
        try {
            force(aside, content);
            Files.move(aside, folder.resolve(name + WAITING), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
        bytes.addAndGet(content.length);
        inquiries.incrementAndGet();
    }

    /** The files that wait, in their turn. */
    List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(WAITING))
                    .sorted()
                    .toList();
        }
    }

    SealedInquiry read(Path file) throws IOException {
        return SpoolFile.read(Files.readAllBytes(file));
    }

    /** Forgets an inquiry that Kafka has. A crash that brings the file back brings a repeat of the same id, no more. */
    void remove(Path file) throws IOException {
        long size = Files.size(file);
        Files.delete(file);
        bytes.addAndGet(-size);
        inquiries.decrementAndGet();
    }

    /** Keeps a file that the disk or a person has spoilt, for a person to look at, and out of the way of the others. */
    void setAside(Path file) throws IOException {
        bytes.addAndGet(-Files.size(file));
        inquiries.decrementAndGet();
        Files.move(file, file.resolveSibling(file.getFileName() + SPOILT), StandardCopyOption.ATOMIC_MOVE);
        spoilt.incrementAndGet();
    }

    int spoilt() {
        return spoilt.get();
    }

    private static void force(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
