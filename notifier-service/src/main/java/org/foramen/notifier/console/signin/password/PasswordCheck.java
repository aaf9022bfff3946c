package org.foramen.notifier.console.signin.password;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;

/** Checks names and passwords, and has whoever guesses wait; a browser that was let in before does not wait for strangers. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(PasswordCheck.class);
    private static final int FREE_OF_PLACE = 5;
    private static final int FREE_OF_NAME = 20;
    private static final int LONGEST_NAME = 64;
    private static final int USUAL_COST = 10;

    private final List<UserLine> lines;
    private final DaoAuthenticationProvider users;
    private final KnownBrowsers browsers;
    private final SignInThrottle throttle = new SignInThrottle();

    /** @param opener unused; the folder of keys is made whole before the password joins them */
    PasswordCheck(NotifierSettings settings, InquiryOpener opener) {
        this.lines = Users.of(settings);
        this.browsers = new KnownBrowsers(lines);
        this.users = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                lines.stream().map(UserLine::asUser).toList()));
        // a name that nobody has takes as long as one that somebody has
        users.setPasswordEncoder(new BCryptPasswordEncoder(
                lines.stream().mapToInt(UserLine::cost).max().orElse(USUAL_COST)));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Instant now = Instant.now();
        Visitor visitor = attempt.getDetails() instanceof Visitor from ? from : new Visitor("", "");
        String typed = attempt.getName().toLowerCase(Locale.ROOT);
        String name = typed.substring(0, Math.min(LONGEST_NAME, typed.length()));
        boolean known = browsers.knows(name, visitor.mark());
        String place = known ? "browser " + visitor.mark() : "network " + visitor.network();
        if (!throttle.admits(place, FREE_OF_PLACE, now)
                || !known && !throttle.admits("name " + name, FREE_OF_NAME, now)) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication user = users.authenticate(attempt);
            throttle.forget(place);
            throttle.forget("name " + name);
            return user;
        } catch (BadCredentialsException e) {
            log.warn("Sign-in to the console refused");
            throw e;
        }
    }

    /** The user of this name; empty when there is none, or none any more. */
    Optional<UserLine> user(String name) {
        return lines.stream().filter(line -> line.name().equalsIgnoreCase(name)).findFirst();
    }

    /** What the browser of somebody who signed in carries from now on. */
    String mark(String name) {
        return browsers.mark(name);
    }

    /** True when the mark was made for this user, with the password that is theirs now. */
    boolean knows(String name, String mark) {
        return browsers.knows(name, mark);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
