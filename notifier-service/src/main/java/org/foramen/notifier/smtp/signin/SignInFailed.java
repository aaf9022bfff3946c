package org.foramen.notifier.smtp.signin;

import org.jspecify.annotations.Nullable;

/** Nobody can sign in now; the message is a sentence for operators and holds no secret. */
public final class SignInFailed extends Exception {

    SignInFailed(String why, @Nullable Exception cause) {
        super(why, cause);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
