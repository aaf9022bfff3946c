package org.foramen.intake.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foramen.base.WholeFile;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.contract.wire.Topics;
import org.foramen.intake.publish.SpoolFile.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sealed inquiries on this machine's disk, a file each, whose name begins with its turn. What cannot be read is set aside
 * and holds nothing up.
 */
class Spool {

    private static final String WAITING = ".inquiry";
    /** In bytes, of a file: what Kafka takes, in base 64 and with its headers. */
    static final int LARGEST = 2 * Topics.LARGEST_RECORD;

    private static final Pattern NAME = Pattern.compile("[0-8]\\d{18}-[0-9A-Z]+\\.inquiry");
    private static final Logger log = LoggerFactory.getLogger(Spool.class);

    private final Path folder;
    private final long maxBytes;
    private final long minFreeBytes;
    private final AtomicLong turn;
    private final AtomicInteger inquiries = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final UnreadableFiles unreadable;
    private final Set<Path> undeletable = ConcurrentHashMap.newKeySet();

    /** Opens the folder, makes it if need be, and counts what an earlier run left. */
    Spool(Path folder, long maxBytes, long minFreeBytes) throws IOException {
        this.folder = folder;
        this.unreadable = new UnreadableFiles(folder);
        WholeFile.makeFolder(folder);
        this.maxBytes = maxBytes;
        this.minFreeBytes = minFreeBytes;
        long last = waiting().stream().mapToLong(Spool::turnOf).max().orElse(0);
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
        WholeFile.write(folder.resolve("%019d-%s%s".formatted(turn.incrementAndGet(), inquiry.id(), WAITING)), content);
        bytes.addAndGet(content.length);
        inquiries.incrementAndGet();
    }

    /** Whether it could take an inquiry now: a file is written to tell, for a folder's rights say nothing of its disk. */
    boolean takesFiles() {
        Path probe = folder.resolve("probe");
        try {
            if (bytes.get() >= maxBytes || Files.getFileStore(folder).getUsableSpace() < minFreeBytes) {
                return false;
            }
            Files.write(probe, new byte[1]);
            Files.delete(probe);
            return true;
        } catch (IOException e) {
            log.debug("the spool takes no file", e);
            return false;
        }
    }

    /**
     * The files that wait, in their turn, as the folder has them: people put files there, of a disk that was saved, and take some
     * away. What is counted follows from it, and is off by what was added meanwhile until the next look.
     */
    List<Path> waiting() throws IOException {
        List<Path> there = new ArrayList<>();
        for (Path file : files()) {
            if (NAME.matcher(nameOf(file)).matches()) {
                there.add(file);
            } else {
                unreadable.add(file);
            }
        }
        if (inquiries.getAndSet(there.size()) != there.size()) {
            bytes.set(there.stream().mapToLong(Spool::sizeOf).sum());
        }
        return there;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            nameOf(file).endsWith(WAITING) && !unreadable.holds(file) && !undeletable.contains(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** @throws Unreadable when it is not as it was written, or the disk does not give it back */
    SealedInquiry read(Path file) throws Unreadable {
        if (!Files.isRegularFile(file) || sizeOf(file) > LARGEST) {
            throw new Unreadable();
        }
        try {
            return SpoolFile.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Unreadable();
        }
    }

    /** Forgets an inquiry that Kafka has. A crash that brings the file back brings a repeat of the same id, no more. */
    void remove(Path file) {
        bytes.addAndGet(-sizeOf(file));
        inquiries.decrementAndGet();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            undeletable.add(file);
            log.error("{} in the spool is in Kafka and cannot be removed: the next start sends it again", nameOf(file));
        }
    }

    /** Keeps a file that the disk or a person has spoilt, for a person to look at, and out of the way of the others. */
    void setAside(Path file) {
        bytes.addAndGet(-sizeOf(file));
        inquiries.decrementAndGet();
        unreadable.add(file);
    }

    int unreadable() {
        return unreadable.count();
    }

    private static long turnOf(Path file) {
        return Long.parseLong(nameOf(file).substring(0, nameOf(file).indexOf('-')));
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
