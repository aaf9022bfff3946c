package org.foramen.notifier.console.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.foramen.notifier.console.signin.password.MakeUser;
import org.foramen.notifier.ledger.Ledgers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command that lets somebody make a first passkey. */
class MakePasskeyCodeTests {

    private static final String LEDGER = "--spring.datasource.url=jdbc:h2:mem:codes;MODE=PostgreSQL";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final JdbcClient ledger = JdbcClient.create(Ledgers.database("codes"));

    @BeforeEach
    void anaHasAPasskey() throws Exception {
        Files.write(folder.resolve("users"), List.of(MakeUser.line("Ana", "operator", "a long enough password")));
        ledger.sql("insert into user_entities values ('1', 'Ana', 'Ana')").update();
        ledger.sql("insert into user_credentials values ('1', '1', ?, 0, true, false, '', 'public-key', false,"
                        + " null, null, now(), now(), 'lost phone')")
                .param(new byte[] {1})
                .update();
    }

    @Test
    void itsCodeIsGoodOnceAndALostDeviceIsWorthNothing() {
        assertThat(run("ana", LEDGER)).isTrue();

        String told = said.toString(StandardCharsets.UTF_8);
        assertThat(told).contains("Passkeys taken away: 1", "Code for Ana, good once and for 24 hours: ");
        String code = told.substring(told.lastIndexOf(' ')).strip();
        FirstPasskeyCodes codes = new FirstPasskeyCodes(ledger);
        assertThat(codes.use("luz", code, Instant.now())).isFalse();
        assertThat(codes.use("Ana", code, Instant.now())).isTrue();
        assertThat(codes.use("Ana", code, Instant.now())).isFalse();
        assertThat(ledger.sql("select count(*) from user_credentials")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(ledger.sql("select action || ' ' || subject from audit")
                        .query(String.class)
                        .list())
                .containsExactly("passkey code Ana");
    }

    @Test
    void nobodyElseGetsOneAndALedgerThatIsAwayIsSaid() {
        assertThat(run("luz", LEDGER)).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Nobody of this name is in the file of users");

        assertThat(run("ana", "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("none") + ";IFEXISTS=TRUE"))
                .isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("The ledger cannot be asked");
    }

    @Test
    void askingForANameMakesNoPassword() {
        assertThat(MakePasskeyCode.run(
                        new String[] {MakePasskeyCode.COMMAND, "luz", LEDGER, "--foramen.data=" + folder.resolve("new")
                        },
                        new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isFalse();

        assertThat(folder.resolve("new")).doesNotExist();
    }

    private boolean run(String name, String ledger) {
        return MakePasskeyCode.run(
                new String[] {
                    MakePasskeyCode.COMMAND,
                    name,
                    ledger,
                    "--foramen.data=" + folder,
                    "--foramen.console.users=" + folder.resolve("users"),
                    "--spring.datasource.hikari.connection-timeout=500"
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
