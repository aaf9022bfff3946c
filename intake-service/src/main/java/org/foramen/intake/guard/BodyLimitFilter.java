package org.foramen.intake.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.foramen.intake.settings.IntakeSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over the limit: at once where the length is said, else where the reading passes it. */
@Component
class BodyLimitFilter extends OncePerRequestFilter {

    private static final int MOST_UNREAD = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final long limit;
    private final Refusal refusal;

    BodyLimitFilter(IntakeSettings settings, Refusal refusal) {
        this.limit = settings.form().maxBody().toBytes();
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= limit) {
            chain.doFilter(new Limited(request, limit), response);
            return;
        }
        if (request.getContentLengthLong() <= MOST_UNREAD) {
            letFinish(request.getInputStream());
        }
        refusal.send(request, response, HttpStatus.CONTENT_TOO_LARGE, "tooLarge");
    }

    /** Who is hung up on while sending may never see the answer: an honest sender of a long text is done in a moment. */
    private static void letFinish(InputStream body) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        byte[] buffer = new byte[8192];
        int read = 0;
        while (read >= 0 && System.nanoTime() < end) {
            read = body.read(buffer);
        }
    }

    /** A request whose body ends in an error past the limit. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedBody(super.getInputStream(), limit);
        }
    }

    private static final class CountedBody extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        CountedBody(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            return count(read, read < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            return count(read, Math.max(0, read));
        }

        private int count(int result, int bytes) throws BodyTooLarge {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLarge();
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
