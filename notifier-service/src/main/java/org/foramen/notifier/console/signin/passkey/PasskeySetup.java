package org.foramen.notifier.console.signin.passkey;

import javax.sql.DataSource;
import org.foramen.notifier.console.signin.password.PasswordCheck;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of the way in by a passkey; there are none where it is not set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(PasskeySetup.SETTING)
class PasskeySetup {

    static final String SETTING = "foramen.console.passkeys";

    @Bean
    Challenges challenges(NotifierSettings settings, PasswordCheck users) {
        return new Challenges(settings.console().origin().getHost(), users.secret());
    }

    @Bean
    Passkeys passkeys(DataSource ledger, NotifierSettings settings, Challenges challenges) {
        return new Passkeys(ledger, settings.console().origin(), challenges);
    }

    @Bean
    PasskeyWay passkeyWay(Passkeys passkeys, Challenges challenges, PasswordCheck users) {
        return new PasskeyWay(passkeys, challenges, users);
    }

    @Bean
    FirstPasskeyCodes firstPasskeyCodes(DataSource ledger) {
        return new FirstPasskeyCodes(JdbcClient.create(ledger));
    }
}
