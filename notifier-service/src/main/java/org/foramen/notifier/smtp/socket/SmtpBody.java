package org.foramen.notifier.smtp.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What stands between DATA and the final dot: every line ends in CRLF, and one that begins with a dot gets another (RFC
 * 5321, 4.5.2). It goes to the mail server in large pieces, where Angus writes each line by itself.
 */
public final class SmtpBody extends OutputStream {

    private static final int PIECE = 64 * 1024;

    private final OutputStream line;
    private final byte[] piece = new byte[PIECE];
    private int count;
    private int last = '\n';

    /** @param line to the mail server, for one mail after the other */
    public SmtpBody(OutputStream line) {
        this.line = line;
    }

    @Override
    public void write(int next) throws IOException {
        write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int begun = offset;
        int end = offset + length;
        for (int at = offset; at < end; at++) {
            byte next = from[at];
            if (next <= '.' || last == '\r') { // else nothing can be amiss here
                String missing = missingBefore(next);
                if (!missing.isEmpty()) {
                    put(from, begun, at);
                    put(missing);
                    begun = at;
                }
            }
            last = next;
        }
        put(from, begun, end);
    }

    /** Nothing leaves before a piece is full, or the mail is at its end. */
    @Override
    public void flush() {}

    /** Ends the last line, and hands over what is left; the final dot may follow. */
    public void end() throws IOException {
        if (last != '\n') {
            put(last == '\r' ? "\n" : "\r\n");
        }
        last = '\n';
        send();
    }

    private String missingBefore(byte next) {
        if (next == '\n') {
            return last == '\r' ? "" : "\r";
        }
        if (last == '\r') {
            return next == '.' ? "\n." : "\n";
        }
        return next == '.' && last == '\n' ? "." : "";
    }

    private void put(String letters) throws IOException {
        byte[] ascii = letters.getBytes(StandardCharsets.US_ASCII);
        put(ascii, 0, ascii.length);
    }

    private void put(byte[] from, int begin, int end) throws IOException {
        int at = begin;
        while (at < end) {
            if (count == piece.length) {
                send();
            }
            int length = Math.min(end - at, piece.length - count);
            System.arraycopy(from, at, piece, count, length);
            count += length;
            at += length;
        }
    }

    private void send() throws IOException {
        line.write(piece, 0, count);
        count = 0;
        line.flush();
    }
}
