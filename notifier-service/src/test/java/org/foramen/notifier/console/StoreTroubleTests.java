package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class StoreTroubleTests {

    static final List<RuntimeException> AWAY = List.of(
            new TimeoutException("no broker answered"),
            new CannotGetJdbcConnectionException("no database answered"),
            new CannotCreateTransactionException("no database answered"),
            new TransactionSystemException("the connection broke before the commit"),
            new UncategorizedSQLException(
                    "press", null, new SQLException("cannot execute UPDATE in a read-only transaction", "25006")));

    static final List<RuntimeException> FAULTS =
            List.of(new DataIntegrityViolationException("too long"), new IllegalStateException("a fault of ours"));

    @ParameterizedTest
    @FieldSource("AWAY")
    void whoPressesWhileAStoreTakesNothingIsToldSo(RuntimeException away) throws Exception {
        console(away).perform(post("/press")).andExpect(status().isServiceUnavailable());
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void aFaultIsNotPassedOffAsAStoreThatIsAway(RuntimeException fault) {
        assertThatThrownBy(() -> console(fault).perform(post("/press"))).hasRootCause(fault);
    }

    private static MockMvc console(RuntimeException thrown) {
        return MockMvcBuilders.standaloneSetup(new Pressed(thrown))
                .setControllerAdvice(new StoreTrouble())
                .build();
    }

    @RestController
    private record Pressed(RuntimeException thrown) {

        @PostMapping("/press")
        void press() {
            throw thrown;
        }
    }
}
