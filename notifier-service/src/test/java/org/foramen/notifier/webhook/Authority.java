package org.foramen.notifier.webhook;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates by way of an authority below it, as those of the internet do. */
final class Authority {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration YEAR = Duration.ofDays(365);
    private static final AtomicLong SERIAL = new AtomicLong();

    private final Instant now = Instant.now();
    private final Issued root = issue("CN=Root " + SERIAL, null, true, now.minus(YEAR), now.plus(YEAR));
    private final Issued below = issue("CN=Below", root, true, now.minus(YEAR), now.plus(YEAR));

    Authority() throws Exception {}

    /** What a JVM is that knows no other authority. */
    SSLContext trusted() throws Exception {
        KeyStore known = empty();
        known.setCertificateEntry("root", root.certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    SSLContext server(String host) throws Exception {
        return server(host, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
    }

    SSLContext expiredServer(String host) throws Exception {
        return server(host, now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
    }

    SSLContext tooEarlyServer(String host) throws Exception {
        return server(host, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));
    }

    SSLContext selfSignedServer(String host) throws Exception {
        Issued own = issue("CN=" + host, null, false, now.minus(YEAR), now.plus(YEAR));
        return serving(own, own.certificate);
    }

    private SSLContext server(String host, Instant from, Instant until) throws Exception {
        Issued server = issue("CN=" + host, below, false, from, until);
        return serving(server, server.certificate, below.certificate);
    }

    private static SSLContext serving(Issued server, X509Certificate... chain) throws Exception {
        KeyStore keys = empty();
        keys.setKeyEntry("server", server.keys.getPrivate(), PASSWORD, chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** @param by null: itself */
    private static Issued issue(String name, Issued by, boolean authority, Instant from, Instant until)
            throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        X500Name issuer = new X500Name(by == null ? name : by.name);
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(from),
                Date.from(until),
                new X500Name(name),
                keys.getPublic());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            GeneralName host = new GeneralName(GeneralName.dNSName, name.substring("CN=".length()));
            certificate.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(host));
        }
        KeyPair signer = by == null ? keys : by.keys;
        return new Issued(
                name,
                keys,
                new JcaX509CertificateConverter()
                        .getCertificate(certificate.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()))));
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private record Issued(String name, KeyPair keys, X509Certificate certificate) {}
}
