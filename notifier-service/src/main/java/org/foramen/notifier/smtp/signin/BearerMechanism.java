package org.foramen.notifier.smtp.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * How an access token is shown to a mail server; the first one that it offers is taken. Angus knows only the second, puts it
 * on one line however long it is, and does not hear the refusal out.
 */
public enum BearerMechanism {
    /** RFC 7628. */
    OAUTHBEARER("n,a=%s,\1auth=Bearer %s\1\1", "AQ=="),
    /** Google's and Microsoft's own. */
    XOAUTH2("user=%s\1auth=Bearer %s\1\1", "");

    /** RFC 5321, 4.5.3.1.4, without its CRLF; a longer token goes on a line of its own. */
    private static final int LONGEST_COMMAND = 510;

    private static final int SIGNED_IN = 235;
    private static final int GO_ON = 334;
    private static final int REFUSED = 535;

    private final String message;
    private final String dismissal;

    BearerMechanism(String message, String dismissal) {
        this.message = message;
        this.dismissal = dismissal;
    }

    public static Optional<BearerMechanism> offeredBy(SignInDialogue server) {
        return Arrays.stream(values())
                .filter(mechanism -> server.offers(mechanism.name()))
                .findFirst();
    }

    public Result signIn(SignInDialogue server, String user, String token) throws MessagingException {
        String response = Base64.getEncoder()
                .encodeToString(message.formatted(user, token).getBytes(UTF_8));
        String command = "AUTH " + name();
        String inOne = command + " " + response;
        int answer = inOne.length() <= LONGEST_COMMAND ? server.say(inOne) : server.say(command);
        if (answer == GO_ON && inOne.length() > LONGEST_COMMAND) {
            answer = server.say(response);
        }
        if (answer == GO_ON) { // what comes with it says why not; the refusal itself follows
            server.say(dismissal);
            return Result.REFUSED;
        }
        return answer == SIGNED_IN ? Result.SIGNED_IN : answer == REFUSED ? Result.REFUSED : Result.FAILED;
    }

    /** What came of it. */
    public enum Result {
        SIGNED_IN,
        /** The token is not taken; a newer one may be. */
        REFUSED,
        /** Something else is wrong. */
        FAILED
    }
}
