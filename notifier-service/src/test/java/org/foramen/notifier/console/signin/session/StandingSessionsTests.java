package org.foramen.notifier.console.signin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

class StandingSessionsTests {

    private final Database database = new Database();
    private final StandingSessions<MapSession> sessions = new StandingSessions<>(database);

    @Test
    void whoIsSignedInReadsOnWhileTheDatabaseCanOnlyBeRead() {
        MapSession session = signedIn();
        sessions.save(session);
        database.readOnly = true;

        assertThatCode(() -> sessions.save(session)).doesNotThrowAnyException();
    }

    @Test
    void aSignInThatIsNotNotedIsNone() {
        database.readOnly = true;

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> sessions.save(signedIn()));
    }

    @Test
    void whoSignsInInAnOlderSessionHasANewIdAndIsNotSignedInEither() {
        MapSession session = signedIn();
        sessions.save(session);
        database.readOnly = true;
        session.changeSessionId();

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> sessions.save(session));
    }

    @Test
    void whatIsWellIsWritten() {
        MapSession session = signedIn();
        sessions.save(session);

        assertThat(sessions.findById(session.getId())).isNotNull();
    }

    private MapSession signedIn() {
        MapSession session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl());
        return session;
    }

    private static final class Database extends MapSessionRepository {

        private boolean readOnly;

        Database() {
            super(new ConcurrentHashMap<>());
        }

        @Override
        public void save(MapSession session) {
            if (readOnly) {
                throw new DataAccessResourceFailureException("cannot execute UPDATE in a read-only transaction");
            }
            super.save(session);
        }
    }
}
