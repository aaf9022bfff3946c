package org.foramen.notifier.console.signin.password;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.foramen.notifier.console.signin.ReturnTo;
import org.foramen.notifier.console.signin.SignedIn;
import org.foramen.notifier.console.signin.WayIn;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The form for name and password; whoever it let in is let in no more when the file of users says so. */
@Component
class PasswordWay implements WayIn {

    private static final Duration KNOWN = Duration.ofDays(180);

    private final PasswordCheck passwords;
    private final boolean allowed;

    PasswordWay(PasswordCheck passwords, NotifierSettings settings) {
        this.passwords = passwords;
        this.allowed = settings.console().passwords();
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        if (!allowed) {
            return;
        }
        http.formLogin(form -> form.loginPage(ReturnTo.SIGN_IN)
                .authenticationDetailsSource(Visitor::of)
                .successHandler(this::welcome)
                .failureHandler((request, response, e) -> response.sendRedirect(
                        ReturnTo.again(request, e instanceof LockedException ? "wait" : "wrong"))));
    }

    @Override
    public Optional<SignedIn> arrived(Authentication user) {
        if (!(user instanceof UsernamePasswordAuthenticationToken)) {
            return Optional.empty();
        }
        return passwords.known(user.getName(), SignedIn.PASSWORD, "");
    }

    @Override
    public boolean stillStands(SignedIn user) {
        return user.way().equals(SignedIn.PASSWORD) && passwords.stillKnows(user);
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException {
        String known = ResponseCookie.from(Visitor.COOKIE, passwords.mark(user.getName()))
                .path(ReturnTo.SIGN_IN)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(KNOWN)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, known);
        response.sendRedirect(ReturnTo.page(request));
    }
}
