package org.foramen.notifier.console.signin;

import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;

/** A way to sign in: with a password, by a passkey, or at the clinic's identity provider. */
public interface WayIn {

    void addTo(HttpSecurity http) throws Exception;

    /** What is kept of somebody who has just come this way; empty for who came another. */
    Optional<SignedIn> arrived(Authentication user);

    /** False when somebody who came this way may not be here any more. */
    boolean stillStands(SignedIn user);

    /** The site that a browser may be sent to when somebody signs out, for the content security policy; empty for none. */
    default String leavesTo() {
        return "";
    }
}
