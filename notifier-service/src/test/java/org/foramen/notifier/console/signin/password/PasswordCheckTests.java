package org.foramen.notifier.console.signin.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.foramen.notifier.console.signin.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordCheckTests {

    private static final int COST = 5;

    /** Whether there is such a user cannot be told by the time that the answer takes: the same work is done. */
    @ParameterizedTest
    @ValueSource(strings = {"ana", "ANA", "nobody", "", "nobody\u0000", "x@y", "operator"})
    void aPasswordIsLookedAtOnceAtTheSamePriceWhetherThereIsSuchAUserOrNot(String name) {
        Counting encoder = new Counting();
        UserLine ana = new UserLine("ana", Role.OPERATOR, new BCryptPasswordEncoder(COST).encode("right one, this"));
        AuthenticationProvider users = PasswordCheck.checking(List.of(ana), encoder);

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() ->
                        users.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong one")));

        assertThat(encoder.lookedAt)
                .singleElement()
                .asString()
                .startsWith("$2a$%02d$".formatted(COST))
                .hasSize(60);
    }

    /** Notes against which hash each password is tried. */
    private static final class Counting implements PasswordEncoder {

        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
        private final List<String> lookedAt = new ArrayList<>();

        @Override
        public String encode(CharSequence typed) {
            return bcrypt.encode(typed);
        }

        @Override
        public boolean matches(CharSequence typed, String hash) {
            lookedAt.add(hash);
            return bcrypt.matches(typed, hash);
        }
    }
}
