package org.foramen.base.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Hangs up, once it has answered, on whoever sent the next request without waiting for the answer. No browser and no proxy does;
 * some hundred connections that do would hold all threads, each for as many requests as it sent.
 */
public final class PipeliningValve extends ValveBase {

    public PipeliningValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (hasNoBody(request) && isFollowed(request.getCoyoteRequest())) {
            response.setHeader("Connection", "close");
        }
        getNext().invoke(request, response);
    }

    /** Read as text, for a length may be no number. */
    private static boolean hasNoBody(Request request) {
        String length = request.getHeader("Content-Length");
        return (length == null || length.equals("0")) && request.getHeader("Transfer-Encoding") == null;
    }

    /** Whether something stands behind it that was read with it. */
    private static boolean isFollowed(org.apache.coyote.Request request) {
        return request.getInputBuffer() instanceof ApplicationBufferHandler read
                && read.getByteBuffer().hasRemaining();
    }
}
