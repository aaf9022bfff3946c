package org.foramen.notifier.smtp.socket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket that takes no more than so many bytes for one mail: an answer without end would fill the memory. */
public final class BoundedSocket extends Socket {

    /** A greeting, certificates, two EHLOs and the answers to a mail are less than a tenth of it. */
    private static final int MOST = 256 * 1024;

    private long left = MOST;

    /** Not connected yet. */
    public BoundedSocket() {}

    /** As many bytes may come again. */
    public synchronized void nextMail() {
        left = MOST;
    }

    /** Whoever speaks has shown who it is, and what it is asked for may be large. */
    public synchronized void unbounded() {
        left = Long.MAX_VALUE;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                take(Math.max(0, count));
                return count;
            }
        };
    }

    private synchronized void take(int count) throws IOException {
        left -= count;
        if (left < 0) {
            throw new IOException("the mail server says more than a mail server has to say");
        }
    }
}
