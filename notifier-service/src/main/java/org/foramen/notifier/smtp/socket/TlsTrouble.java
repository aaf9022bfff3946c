package org.foramen.notifier.smtp.socket;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Why a line was not encrypted, in words for operators; those of the JDK name classes. */
public final class TlsTrouble {

    private TlsTrouble() {}

    /** True when it is what TLS, or a certificate, has to say. */
    public static boolean is(Throwable why) {
        return has(SSLException.class, why);
    }

    /** What follows a colon, such as {@code its certificate has expired}. */
    public static String inWords(Throwable why) {
        if (has(CertificateExpiredException.class, why)) {
            return "its certificate has expired";
        }
        if (has(CertificateNotYetValidException.class, why)) {
            return "its certificate is not valid yet, or the clock of this machine is late";
        }
        if (has(CertPathBuilderException.class, why)) {
            return "nobody whom this machine trusts vouches for its certificate";
        }
        String said = deepestOfTls(why);
        if (said.startsWith("No subject alternative") || said.startsWith("No name matching")) {
            return "its certificate is for another name";
        }
        return said.startsWith("Unsupported or unrecognized SSL message")
                ? "it does not begin with TLS on this port"
                : said;
    }

    private static boolean has(Class<? extends Throwable> kind, Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String deepestOfTls(Throwable why) {
        String said = String.valueOf(why.getMessage());
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            said = cause instanceof SSLException ? String.valueOf(cause.getMessage()) : said;
        }
        return said;
    }
}
