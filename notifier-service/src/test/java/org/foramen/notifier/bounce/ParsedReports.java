package org.foramen.notifier.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryId;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.ledger.DeliveryTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What comes back about a mail to one person, read by whoever can make its token. */
abstract class ParsedReports {

    static final DeliveryKey KEY = new DeliveryKey(new InquiryId("K7F392QX0123456789ABCDEFGH"), Audience.PATIENT);

    @TempDir
    Path folder;

    String token = "";
    BounceParser parser;

    @BeforeEach
    void begin() {
        SealKeyFiles.makeIfAbsent(folder.resolve("keys"));
        DeliveryTokens tokens =
                new DeliveryTokens(SealKeys.opener(folder.resolve("keys").resolve(SealKeys.PRIVATE_FILE)));
        token = tokens.of(KEY);
        parser = new BounceParser(tokens);
    }

    static MimeMessage asMail(String text) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
