package org.foramen.notifier.console.signin.password;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.console.signin.SignedIn;
import org.foramen.notifier.settings.NotifierSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;

/** Knows the users of the file; checks names and passwords, and has whoever guesses wait. */
@Component
public class PasswordCheck implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(PasswordCheck.class);
    private static final int LONGEST_NAME = 64;
    private static final int USUAL_COST = 10;
    private static final String SPACE = " ";

    private final List<UserLine> lines;
    private final DaoAuthenticationProvider users;
    private final KnownBrowsers browsers;
    private final SignInLimits limits;

    /** @param opener unused; the folder of keys is made whole before the password joins them */
    PasswordCheck(NotifierSettings settings, InquiryOpener opener, JdbcClient jdbc) {
        this.lines = Users.of(settings);
        this.browsers = new KnownBrowsers(lines);
        this.limits = new SignInLimits(browsers, new KnownNetworks(jdbc, browsers));
        this.users = checking(
                lines,
                new BCryptPasswordEncoder(
                        lines.stream().mapToInt(UserLine::cost).max().orElse(USUAL_COST)));
    }

    /** A password for a name that nobody has is looked at as well, and takes as long. */
    static DaoAuthenticationProvider checking(List<UserLine> lines, PasswordEncoder encoder) {
        DaoAuthenticationProvider users = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                lines.stream().map(UserLine::asUser).toList()));
        users.setPasswordEncoder(encoder);
        return users;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Instant now = Instant.now();
        Visitor visitor = attempt.getDetails() instanceof Visitor from ? from : new Visitor("", "");
        String typed = attempt.getName().toLowerCase(Locale.ROOT);
        String name = typed.substring(0, Math.min(LONGEST_NAME, typed.length()));
        if (!limits.admits(name, visitor, now)) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication user = users.authenticate(attempt);
            limits.passed(name, visitor, now);
            return user;
        } catch (BadCredentialsException e) {
            limits.failed(visitor, now);
            log.warn("Sign-in to the console refused");
            throw e;
        }
    }

    /**
     * What is kept of a user of the file who has shown that it is them; empty when nobody is called so, or nobody any more.
     *
     * @param shown by what, where it was no password; without spaces
     */
    public Optional<SignedIn> known(String name, String way, String shown) {
        return user(name)
                .map(line -> new SignedIn(
                        line.name(),
                        line.role(),
                        way,
                        shown.isEmpty() ? mark(line.name()) : mark(line.name()) + SPACE + shown,
                        Instant.now()));
    }

    /** False when the file says otherwise by now: there is no such user, or with another role or password. */
    public boolean stillKnows(SignedIn user) {
        return user(user.getName())
                .filter(line -> line.role() == user.role()
                        && browsers.knows(line.name(), user.proof().split(SPACE, 2)[0]))
                .isPresent();
    }

    /** By what a user has shown that it is them, where it was no password. */
    public static String shownBy(SignedIn user) {
        String[] proof = user.proof().split(SPACE, 2);
        return proof.length == 2 ? proof[1] : "";
    }

    /** @throws UsernameNotFoundException when nobody is called so */
    public UserDetails details(String name) {
        return user(name)
                .map(UserLine::asUser)
                .orElseThrow(() -> new UsernameNotFoundException("there is no such user"));
    }

    /** What every notifier with the same file knows, and nobody else. */
    public String secret() {
        return lines.stream().map(UserLine::text).collect(joining("\n"));
    }

    private Optional<UserLine> user(String name) {
        return lines.stream().filter(line -> line.name().equalsIgnoreCase(name)).findFirst();
    }

    /** What the browser of somebody who signed in carries from now on. */
    String mark(String name) {
        return browsers.mark(name);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
