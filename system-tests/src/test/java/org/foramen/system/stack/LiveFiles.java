package org.foramen.system.stack;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of a folder in which programs are at work: what they take away meanwhile is left out. */
public final class LiveFiles {

    private LiveFiles() {}

    public static List<Path> in(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes what) {
                if (what.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                return goesOn(why);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException why) throws IOException {
                return why == null ? FileVisitResult.CONTINUE : goesOn(why);
            }
        });
        return files;
    }

    private static FileVisitResult goesOn(IOException why) throws IOException {
        if (why instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw why;
    }

    /** Empty when it has just been taken away. */
    public static String text(Path file, Charset charset) throws IOException {
        try {
            return new String(Files.readAllBytes(file), charset);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
