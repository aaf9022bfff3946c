package org.foramen.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file so that it is there whole or not at all, whatever is killed or loses power: aside, forced, renamed, and the
 * folder forced too, for else the name may be lost that the bytes were given.
 */
public final class WholeFile {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private WholeFile() {}

    /**
     * Writes a file, in place of one that may be there.
     *
     * @throws IOException when any step fails; what was there before is there still
     */
    public static void write(Path file, byte[] content) throws IOException {
        replace(file, content, WholeFile::writeForced);
    }

    /** The same, and where the system knows owners, nobody but the owner may read it at any moment. */
    public static void writeForOwner(Path file, byte[] content) throws IOException {
        replace(file, content, WholeFile::writeAsideForOwner);
    }

    /**
     * Writes a file for its owner, unless there is one: what another process made meanwhile stays as it is.
     *
     * @return true when this content is the file's; false when there was one already
     */
    public static boolean writeForOwnerIfAbsent(Path file, byte[] content) throws IOException {
        Path aside = aside(file);
        try {
            writeAsideForOwner(aside, content);
            putInPlace(aside, file);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        } finally {
            Files.deleteIfExists(aside);
            force(folderOf(file));
        }
    }

    /** Writes a file in place of one that is there, with the same rights, and with more at no moment. */
    public static void rewrite(Path file, byte[] content) throws IOException {
        replace(file, content, (aside, bytes) -> {
            writeAsideForOwner(aside, bytes);
            if (POSIX) {
                Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(file));
            }
        });
    }

    /** Gives a file its name that somebody else wrote aside, in the same folder, once its bytes are on the disk. */
    public static void put(Path aside, Path file) throws IOException {
        try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        force(folderOf(file));
    }

    /** Takes a file away so that it does not come back after a cut of the power; it need not be there. */
    public static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        force(folderOf(file));
    }

    /** A rename would overwrite another's. */
    private static void putInPlace(Path aside, Path file) throws IOException {
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) { // a disk that knows no links
            Files.move(aside, file);
        }
    }

    private static void replace(Path file, byte[] content, Writing writing) throws IOException {
        Path aside = aside(file);
        try {
            writing.write(aside, content);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
        force(folderOf(file));
    }

    private static void writeAsideForOwner(Path aside, byte[] content) throws IOException {
        Files.deleteIfExists(aside);
        if (POSIX) {
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(aside);
        }
        writeForced(aside, content);
    }

    /** Makes a folder and has the disk keep its name, and the names of those above that had to be made too. */
    public static void makeFolder(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        if (Files.isDirectory(whole)) {
            return;
        }
        Path parent = folderOf(whole);
        makeFolder(parent);
        Files.createDirectories(whole);
        force(parent);
    }

    /** Has the disk keep what was made, renamed or removed in a folder. */
    public static void force(Path folder) throws IOException {
        if (!POSIX) {
            return; // Windows opens no folder, and keeps names in its journal
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void writeForced(Path file, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling("%s.%d-%d.tmp"
                .formatted(
                        file.getFileName(),
                        ProcessHandle.current().pid(),
                        Thread.currentThread().getId()));
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** How the file aside is written. */
    private interface Writing {
        void write(Path aside, byte[] content) throws IOException;
    }
}
