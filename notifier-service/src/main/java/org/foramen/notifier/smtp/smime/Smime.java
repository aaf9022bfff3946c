package org.foramen.notifier.smtp.smime;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;

/** Encrypts a mail as S/MIME (RFC 8551) does: its body and attachments become one part that only the recipients can open. */
public final class Smime {

    private static final String ENVELOPED = "application/pkcs7-mime; name=smime.p7m; smime-type=enveloped-data";

    private Smime() {}

    public static void encrypt(MimeMessage message, List<X509Certificate> recipients) throws MessagingException {
        byte[] sealed = envelope(bodyOf(message), recipients);
        message.setDataHandler(new DataHandler(new ByteArrayDataSource(sealed, ENVELOPED)));
        message.setHeader("Content-Type", ENVELOPED);
        message.setHeader("Content-Transfer-Encoding", "base64");
        message.setHeader("Content-Disposition", "attachment; filename=smime.p7m");
    }

    /** The body as a MIME part of its own, with the headers that describe it and no others. */
    private static byte[] bodyOf(MimeMessage message) throws MessagingException {
        message.saveChanges();
        List<String> others = Collections.list(message.getAllHeaders()).stream()
                .map(header -> header.getName())
                .filter(name -> !name.startsWith("Content-"))
                .toList();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        try {
            message.writeTo(part, others.toArray(String[]::new));
        } catch (IOException e) {
            throw new MessagingException("a part cannot be written", e);
        }
        return part.toByteArray();
    }

    private static byte[] envelope(byte[] content, List<X509Certificate> recipients) throws MessagingException {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            for (X509Certificate recipient : recipients) {
                generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(recipient));
            }
            return generator
                    .generate(
                            new CMSProcessableByteArray(content),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                    .getEncoded();
        } catch (CMSException | CertificateEncodingException | IOException e) {
            throw new MessagingException("a mail cannot be encrypted", e);
        }
    }
}
