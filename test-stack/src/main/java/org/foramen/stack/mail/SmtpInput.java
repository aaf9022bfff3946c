package org.foramen.stack.mail;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an SMTP client says, line by line or a whole mail. */
final class SmtpInput {

    private static final int LARGEST_MAIL = 25_000_000;
    private static final int DOT_LINE = 3;

    private final InputStream in;
    private final byte[] buffer = new byte[32 * 1024];
    private int next;
    private int end;
    private byte[] mail = new byte[16 * 1024];
    private int size;

    SmtpInput(InputStream in) {
        this.in = in;
    }

    /** Whether the client has said more already, and waits for no answer. */
    boolean hasMore() {
        return next < end;
    }

    /** The next line without its end; null when the client has hung up. */
    @Nullable String line() throws IOException {
        byte[] line = new byte[128];
        int size = 0;
        for (int read = read(); read != '\n'; read = read()) {
            if (read < 0) {
                return null;
            }
            line = size < line.length ? line : Arrays.copyOf(line, 2 * size);
            line[size++] = (byte) read;
        }
        int length = size > 0 && line[size - 1] == '\r' ? size - 1 : size;
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    /** A mail up to its final dot; empty when it is larger than announced. */
    Optional<byte[]> mail() throws IOException {
        boolean fits = true;
        size = 0;
        for (int begun = 0; ; begun = size) {
            takeLine();
            if (mail[begun] == '.') {
                if (size - begun == DOT_LINE && mail[begun + 1] == '\r') {
                    return fits ? Optional.of(Arrays.copyOf(mail, begun)) : Optional.empty();
                }
                size--;
                System.arraycopy(mail, begun + 1, mail, begun, size - begun);
            }
            fits &= size <= LARGEST_MAIL;
            size = fits ? size : 0;
        }
    }

    /** Moves what is there up to the end of a line, which may come with a later packet. */
    private void takeLine() throws IOException {
        boolean whole = false;
        while (!whole) {
            if (next == end && !fill()) {
                throw new EOFException("cut within a mail");
            }
            int to = next;
            while (to < end && buffer[to] != '\n') {
                to++;
            }
            whole = to < end;
            int count = (whole ? to + 1 : to) - next;
            if (size + count > mail.length) {
                mail = Arrays.copyOf(mail, Math.max(2 * mail.length, size + count));
            }
            System.arraycopy(buffer, next, mail, size, count);
            size += count;
            next += count;
        }
    }

    /** Returns when the client hangs up. */
    void drain() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private int read() throws IOException {
        return next < end || fill() ? buffer[next++] : -1;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
