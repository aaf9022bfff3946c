package org.foramen.content.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of the content folder, whole. */
public final class TextFile {

    private TextFile() {}

    /** @throws InvalidContent also where a byte is none of UTF-8: from another program, or from a disk that fails */
    public static String text(Path file) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(file));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidContent(file, lineOf(bytes), "this file is not UTF-8; save it as such");
        }
    }

    /** The line that stands where reading ended. */
    private static int lineOf(ByteBuffer bytes) {
        int line = 1;
        for (int at = 0; at < bytes.position(); at++) {
            line += bytes.get(at) == '\n' ? 1 : 0;
        }
        return line;
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InvalidContent(file, 1, "this file is missing");
        } catch (IOException e) {
            throw new InvalidContent(file, 1, "this file cannot be read");
        }
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
