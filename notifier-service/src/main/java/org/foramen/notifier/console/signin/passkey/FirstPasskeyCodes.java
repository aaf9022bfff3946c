package org.foramen.notifier.console.signin.passkey;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.foramen.contract.digest.Sha256;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Codes with which somebody who has only a password may make a first passkey, where a password alone opens nothing. The
 * database has their hashes; of 120 random bits, none is guessed.
 */
final class FirstPasskeyCodes {

    static final Duration GOOD_FOR = Duration.ofHours(24);

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 24;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    FirstPasskeyCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new code, in place of an older one. */
    String make(String name, Instant now) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        jdbc.sql("delete from console_passkey_codes where name = ?").param(name).update();
        jdbc.sql("insert into console_passkey_codes values (?, ?, ?)")
                .params(name, hash(code.toString()), LedgerRows.utc(now.plus(GOOD_FOR)))
                .update();
        return code.toString();
    }

    /** Takes all passkeys of a user away, and counts them. */
    int takeAwayPasskeys(String name) {
        return jdbc.sql(
                        "delete from user_credentials where user_entity_user_id in (select id from user_entities where name = ?)")
                .param(name)
                .update();
    }

    boolean isGood(String name, String code, Instant now) {
        return jdbc.sql("select count(*) from console_passkey_codes where name = ? and code_hash = ? and until > ?")
                        .params(name, hash(code), LedgerRows.utc(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes it out; false when it was not good, or no more. */
    boolean use(String name, String code, Instant now) {
        return jdbc.sql("delete from console_passkey_codes where name = ? and code_hash = ? and until > ?")
                        .params(name, hash(code), LedgerRows.utc(now))
                        .update()
                > 0;
    }

    /** The same however somebody types it. */
    private static String hash(String code) {
        return Sha256.hex(code.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }
}
