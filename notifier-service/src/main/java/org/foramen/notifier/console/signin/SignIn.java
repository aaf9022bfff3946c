package org.foramen.notifier.console.signin;

import java.time.Instant;
import java.util.Locale;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.settings.NotifierSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks names and passwords, and has whoever guesses wait. */
@Component
class SignIn implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    private static final int FREE_OF_ADDRESS = 5;
    private static final int FREE_OF_NAME = 20;

    private final DaoAuthenticationProvider users;
    private final SignInThrottle throttle = new SignInThrottle();

    /** @param opener unused; the folder of keys is made whole before the password joins them */
    SignIn(NotifierSettings settings, InquiryOpener opener) {
        PasswordEncoder passwords = new BCryptPasswordEncoder();
        this.users = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                Users.of(settings).stream().map(UserLine::asUser).toList()));
        users.setPasswordEncoder(passwords);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Instant now = Instant.now();
        String name = "name " + attempt.getName().toLowerCase(Locale.ROOT);
        String address = "address " + address(attempt);
        if (!throttle.admits(address, FREE_OF_ADDRESS, now) || !throttle.admits(name, FREE_OF_NAME, now)) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication user = users.authenticate(attempt);
            throttle.forget(address);
            throttle.forget(name);
            return user;
        } catch (BadCredentialsException e) {
            log.warn("Sign-in to the console refused");
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }
}
