package org.foramen.notifier.console.signin.passkey;

import java.io.PrintStream;
import java.time.Instant;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.console.signin.password.Users;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.database.LedgerConnections;
import org.foramen.notifier.ledger.database.LedgerDatabase;
import org.foramen.notifier.settings.CommandContext;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command {@code passkey-code ana}: prints a code with which a user makes a first passkey, and takes away those that they
 * have, for a device may be lost.
 */
public final class MakePasskeyCode {

    public static final String COMMAND = "passkey-code";

    private MakePasskeyCode() {}

    /**
     * Runs it with the settings of the notifier.
     *
     * @return false when it could not be done
     */
    public static boolean run(String[] args, PrintStream out) {
        if (new DefaultApplicationArguments(args).getNonOptionArgs().size() != 2 || args[1].startsWith("--")) {
            throw new IllegalArgumentException("it needs one user's name: " + COMMAND + " ana.");
        }
        try (ConfigurableApplicationContext context =
                CommandContext.of(Needs.class).run(args)) {
            String name = Users.named(args[1], context.getBean(NotifierSettings.class))
                    .orElseThrow(() -> new SettingRefused("Nobody of this name is in the file of users."));
            FirstPasskeyCodes codes = new FirstPasskeyCodes(context.getBean(JdbcClient.class));
            int taken = codes.takeAwayPasskeys(name);
            String code = codes.make(name, Instant.now());
            context.getBean(AuditLog.class).note("passkey code", name, "command", Instant.now());
            out.printf("Passkeys taken away: %d%n", taken);
            out.printf(
                    "Code for %s, good once and for %d hours: %s%n", name, FirstPasskeyCodes.GOOD_FOR.toHours(), code);
            return true;
        } catch (SettingRefused e) {
            out.println(e.getMessage());
        } catch (DataAccessException e) {
            out.println("The ledger cannot be asked: H2 in a file serves one process, so stop the notifier first;"
                    + " or the database is away, or no notifier has made its tables yet.");
        }
        return false;
    }

    /** What the command is made of: the settings and the ledger. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @EnableConfigurationProperties(NotifierSettings.class)
    @Import({LedgerDatabase.class, LedgerConnections.class, AuditLog.class})
    static class Needs {}
}
