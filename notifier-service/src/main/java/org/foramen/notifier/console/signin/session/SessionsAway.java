package org.foramen.notifier.console.signin.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Asks who somebody is only where it matters, and says so when the database does not answer. Files and health are the same for
 * everybody, and neither read nor write a session.
 */
final class SessionsAway implements Filter {

    private static final String AWAY = SessionsAway.class.getName();
    private static final Pattern ANYBODYS = Pattern.compile("/[a-z-]+\\.(css|js|svg)|/actuator/.*");

    private final Filter sessions;

    SessionsAway(Filter sessions) {
        this.sessions = sessions;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean away = request.getAttribute(AWAY) != null; // the page that says so does not ask again
        if (away || isAnybodys(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            sessions.doFilter(request, response, chain);
        } catch (DataAccessException | TransactionException e) {
            request.setAttribute(AWAY, true);
            if (response.isCommitted() || !(response instanceof HttpServletResponse answer)) {
                throw e;
            }
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean isAnybodys(ServletRequest request) {
        return request instanceof HttpServletRequest asked
                && ANYBODYS.matcher(asked.getServletPath()).matches();
    }
}
