package org.foramen.local.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** Takes one mail from an SMTP client, and answers for it only when it is stored. */
final class Receipt implements MessageHandler {

    static final int LARGEST_MAIL = 25_000_000;

    private final MailFolder mails;
    private final StringBuilder envelope = new StringBuilder();

    Receipt(MailFolder mails) {
        this.mails = mails;
    }

    @Override
    public void from(String address) {
        envelope.append("Return-Path: <").append(address).append(">\r\n");
    }

    @Override
    public void recipient(String address) {
        envelope.append("Delivered-To: ").append(address).append("\r\n");
    }

    @Override
    public String data(InputStream data) throws RejectException {
        try {
            byte[] mail = data.readNBytes(LARGEST_MAIL + 1);
            if (mail.length > LARGEST_MAIL) {
                throw new RejectException(552, "5.3.4 The mail is larger than " + LARGEST_MAIL + " bytes");
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream(envelope.length() + mail.length);
            file.writeBytes(envelope.toString().getBytes(StandardCharsets.UTF_8));
            file.writeBytes(mail);
            return "Stored as " + mails.store(file.toByteArray());
        } catch (IOException e) {
            throw new RejectException(452, "4.3.1 The mail cannot be stored");
        }
    }

    @Override
    public void done() {}
}
