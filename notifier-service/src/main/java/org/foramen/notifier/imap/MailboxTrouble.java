package org.foramen.notifier.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.foramen.notifier.smtp.socket.TlsTrouble;

/** Why a mailbox cannot be read, in a sentence for operators; each cause has its own. */
public final class MailboxTrouble {

    private MailboxTrouble() {}

    public static String inWords(ImapServer server, MessagingException why) {
        if (has(UnknownHostException.class, why)) {
            return "the mailbox's name in " + server + " is not known";
        }
        if (has(SocketTimeoutException.class, why)) {
            return "nobody answered at " + server + " in time";
        }
        if (has(ConnectException.class, why)) {
            return "nothing takes connections at " + server;
        }
        if (TlsTrouble.is(why)) {
            return "TLS with " + server + " failed: " + TlsTrouble.inWords(why);
        }
        if (why instanceof AuthenticationFailedException refusal) {
            return server
                    + (ImapServer.isUnavailable(refusal) ? " cannot sign us in now" : " refused our sign-in")
                    + " as " + server.user() + " (" + why.getMessage() + ")";
        }
        return why instanceof FolderNotFoundException
                ? "there is no folder '" + server.folder() + "' at " + server
                : server + " cannot be read: " + why.getMessage();
    }

    private static boolean has(Class<? extends Exception> kind, Exception why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
