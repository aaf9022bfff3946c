package org.foramen.notifier.webhook;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The target is where nobody is to be told, or does not prove that it is itself: nothing was sent. Its message says why. */
final class TargetRefused extends IOException {

    /** What is wrong with a certificate, the exact before the general. */
    private static final List<Flaw> FLAWS = List.of(
            new Flaw(CertificateExpiredException.class, "expired"),
            new Flaw(CertificateNotYetValidException.class, "not valid yet"),
            new Flaw(CertPathBuilderException.class, "of an unknown authority"),
            new Flaw(CertPathValidatorException.class, "not valid"),
            new Flaw(CertificateException.class, "of another host"));

    private TargetRefused(String why, @Nullable Throwable cause) {
        super(why, cause);
    }

    static TargetRefused address(String why) {
        return new TargetRefused("not allowed: " + why, null);
    }

    static TargetRefused tls(SSLException failed) {
        List<Throwable> causes = Stream.<Throwable>iterate(failed, one -> one != null, Throwable::getCause)
                .toList();
        String why = FLAWS.stream()
                .filter(flaw -> causes.stream().anyMatch(flaw.sign::isInstance))
                .findFirst()
                .map(flaw -> "certificate refused: " + flaw.words)
                .orElse("TLS failed");
        return new TargetRefused(why, failed);
    }

    private record Flaw(Class<? extends Exception> sign, String words) {}
}
