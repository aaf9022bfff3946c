package org.foramen.notifier.webhook;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Path;
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
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Issues certificates by way of an authority below it, as those of the internet do. */
public final class Authority {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration YEAR = Duration.ofDays(365);
    private static final AtomicLong SERIAL = new AtomicLong();

    private final Instant now = Instant.now();
    private final Issued root = issue("CN=Root " + SERIAL, null, true, now.minus(YEAR), now.plus(YEAR));
    private final Issued below = issue("CN=Below", root, true, now.minus(YEAR), now.plus(YEAR));

    public Authority() throws Exception {}

    /** What a JVM is that knows no other authority. */
    public SSLContext trusted() throws Exception {
        KeyStore known = empty();
        known.setCertificateEntry("root", root.certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    public SSLContext server(String host) throws Exception {
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

    /** A file for a JVM that is to know no other authority; its password is {@code changeit}. */
    public Path trustStore(Path folder) throws Exception {
        KeyStore known = empty();
        known.setCertificateEntry("root", root.certificate);
        Path file = folder.resolve("trust.p12");
        try (OutputStream out = java.nio.file.Files.newOutputStream(file)) {
            known.store(out, PASSWORD);
        }
        return file;
    }

    /** Makes this authority the only one that the JVM trusts, until it is closed. */
    public AutoCloseable trustedByAll() throws Exception {
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(trusted());
        return () -> SSLContext.setDefault(before);
    }

    /** What a server that is no Java program wants. */
    public Files files(String host, Path folder) throws Exception {
        return files(issue("CN=" + host, below, false, now.minus(Duration.ofDays(1)), now.plus(YEAR)), host, folder);
    }

    /** The same, from a year that is over. */
    public Files expiredFiles(String host, Path folder) throws Exception {
        return files(issue("CN=" + host, below, false, now.minus(YEAR), now.minusSeconds(1)), host, folder);
    }

    private Files files(Issued server, String name, Path folder) throws Exception {
        Path chain = folder.resolve(name + ".crt");
        Path key = folder.resolve(name + ".key");
        try (JcaPEMWriter out = new JcaPEMWriter(java.nio.file.Files.newBufferedWriter(chain))) {
            out.writeObject(server.certificate);
            out.writeObject(below.certificate);
        }
        try (JcaPEMWriter out = new JcaPEMWriter(java.nio.file.Files.newBufferedWriter(key))) {
            out.writeObject(
                    new PemObject("PRIVATE KEY", server.keys.getPrivate().getEncoded()));
        }
        return new Files(chain, key);
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
            String host = name.substring("CN=".length());
            int kind = host.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName;
            certificate.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
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

    /** A server's certificate with those above it, and its key. */
    public record Files(Path chain, Path key) {}

    private record Issued(String name, KeyPair keys, X509Certificate certificate) {}
}
