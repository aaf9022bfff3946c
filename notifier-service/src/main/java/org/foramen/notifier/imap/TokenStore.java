package org.foramen.notifier.imap;

import jakarta.mail.Session;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** A connection that signs in with a token; Angus would show the token as a password where the server knows no tokens. */
final class TokenStore extends IMAPStore {

    static final String MECHANISM = "XOAUTH2";

    private static final String SIGN_IN = "AUTH=";

    /** @param protocol {@code imap} or {@code imaps} */
    TokenStore(Session session, String protocol) {
        super(session, null, protocol, "imaps".equals(protocol));
    }

    @Override
    protected void preLogin(IMAPProtocol server) throws ProtocolException {
        if (!server.hasCapability(SIGN_IN + MECHANISM)) {
            throw new SignInNotOffered(server.getCapabilities().keySet().stream()
                    .map(String::valueOf)
                    .filter(capability -> capability.startsWith(SIGN_IN))
                    .map(capability -> capability.substring(SIGN_IN.length()))
                    .sorted()
                    .collect(Collectors.joining(" ")));
        }
    }
}
