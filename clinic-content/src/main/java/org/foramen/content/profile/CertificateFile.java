package org.foramen.content.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.foramen.content.file.InvalidContent;

/** A PEM file with the certificates that mail is encrypted to. */
public final class CertificateFile {

    private CertificateFile() {}

    /** @throws InvalidContent when there is none, when one is out of date, or when mail cannot be encrypted to it */
    public static List<X509Certificate> read(Path file) {
        List<X509Certificate> certificates;
        try (InputStream pem = Files.newInputStream(file)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | CertificateException e) {
            throw new InvalidContent(file, "this is not a PEM file with X.509 certificates");
        }
        if (certificates.isEmpty()) {
            throw new InvalidContent(file, "there is no certificate in this file");
        }
        certificates.forEach(certificate -> check(file, certificate));
        return certificates;
    }

    private static void check(Path file, X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        if (!certificate.getPublicKey().getAlgorithm().equals("RSA")) {
            throw new InvalidContent(
                    file, "mail can be encrypted to RSA keys only, and that of %s is none".formatted(name));
        }
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            throw new InvalidContent(file, "the certificate of %s is out of date".formatted(name));
        }
    }
}
