package org.foramen.base.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.InvalidMimeTypeException;

/**
 * Answers requests of which the fields or the headers cannot be read. Tomcat would log each as a mistake of ours, and quote what
 * somebody typed.
 */
@Order(UnreadableRequests.ORDER)
public final class UnreadableRequests implements Filter {

    /** Before whatever reads a field. */
    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Where failures are shown; whoever asks for it as for a page would be shown one that nobody made. */
    private static final String FAILURES = "/error";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        if (FAILURES.equals(((HttpServletRequest) request).getServletPath())) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            refuse(answer, e.getErrorCode());
        } catch (ServletException e) {
            if (e.getRootCause() instanceof InvalidParameterException unreadable) {
                refuse(answer, unreadable.getErrorCode());
            } else if (e.getRootCause() instanceof InvalidMimeTypeException) {
                refuse(answer, HttpServletResponse.SC_BAD_REQUEST);
            } else {
                throw e;
            }
        }
    }

    /** Of a body whose chunks are broken off or wrong Tomcat has decided already, and hangs up. */
    private static void refuse(HttpServletResponse answer, int status) throws IOException {
        if (!answer.isCommitted()) {
            answer.sendError(status);
        }
    }
}
