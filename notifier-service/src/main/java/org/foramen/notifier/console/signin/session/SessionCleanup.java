package org.foramen.notifier.console.signin.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes sign-ins out of the database that nobody comes back to. */
@Component
class SessionCleanup {

    private static final Logger log = LoggerFactory.getLogger(SessionCleanup.class);
    private static final long EVERY = 600_000;

    private final JdbcIndexedSessionRepository sessions;

    SessionCleanup(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(fixedDelay = EVERY)
    void clean() {
        try {
            sessions.cleanUpExpiredSessions();
        } catch (DataAccessException | TransactionException e) {
            log.debug("The database is away; sessions that have ended stay in it for now", e);
        }
    }
}
