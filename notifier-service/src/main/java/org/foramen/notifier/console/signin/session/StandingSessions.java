package org.foramen.notifier.console.signin.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.TransactionException;

/**
 * Lets whoever has signed in read on while the database can only be read, as with a full disk or a copy that has not taken over:
 * that somebody clicked again is not noted then, so that the sign-in ends as if nobody had. A new sign-in still fails.
 */
final class StandingSessions<S extends Session> implements SessionRepository<S> {

    private static final Logger log = LoggerFactory.getLogger(StandingSessions.class);

    private final SessionRepository<S> sessions;

    StandingSessions(SessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void save(S session) {
        try {
            sessions.save(session);
        } catch (DataAccessException | TransactionException e) {
            if (!stands(session.getId())) {
                throw e;
            }
            log.debug("The database takes no writes; that somebody was here is not noted", e);
        }
    }

    /** A sign-in changes the id: an older one's is known there, with who it is. */
    private boolean stands(String id) {
        return Optional.ofNullable(sessions.findById(id))
                .map(there -> there.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isPresent();
    }

    @Override
    public S createSession() {
        return sessions.createSession();
    }

    @Override
    public @Nullable S findById(String id) {
        return sessions.findById(id);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }
}
