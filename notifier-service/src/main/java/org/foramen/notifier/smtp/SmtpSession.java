package org.foramen.notifier.smtp;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.socket.WatchedSslSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.util.StringUtils;

/** How Angus is to speak: with TLS where it must, and in ways that leave us to know how far a mail got. */
final class SmtpSession {

    /** What encrypts after STARTTLS. */
    static final String TLS = "mail.smtp.ssl.socketFactory";

    private static final String STARTTLS_REQUIRED = "mail.smtp.starttls.required";
    private static final String EHLO_NAME = "mail.smtp.localhost";

    private SmtpSession() {}

    static Session of(MailProperties server, String host, boolean implicitTls, NotifierSettings settings) {
        boolean isElsewhere = isElsewhere(host);
        if (settings.production() && settings.smtp().allowPlaintext() && isElsewhere) {
            throw new SettingRefused(
                    "In production mode mail must not pass in the clear: take FORAMEN_SMTP_ALLOW_PLAINTEXT away.");
        }
        boolean withPassword = !settings.smtp().oauth().isSet() && StringUtils.hasText(server.getUsername());
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.quitwait", "false"); // a slow goodbye must not turn a sent mail into a failure
        properties.put(EHLO_NAME, ownName());
        properties.putAll(server.getProperties());
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.auth", String.valueOf(withPassword));
        if (StringUtils.hasText(settings.smtp().ehloName())) {
            properties.put(EHLO_NAME, settings.smtp().ehloName());
        }
        boolean needsTls = !implicitTls && !settings.smtp().allowPlaintext() && isElsewhere;
        boolean wantsTls = Boolean.parseBoolean(properties.getProperty(STARTTLS_REQUIRED));
        properties.put(STARTTLS_REQUIRED, String.valueOf(needsTls || wantsTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        if (!properties.containsKey("mail.smtp.ssl.trust") && !properties.containsKey(TLS + ".class")) {
            properties.putIfAbsent(TLS, new WatchedSslSocketFactory()); // either would not be heard beside it
        }
        properties.put("mail.smtp.allow8bitmime", "false"); // it would change the Message-ID
        properties.put("mail.smtp.chunksize", "-1"); // BDAT would pass by what knows how far a mail got
        return Session.getInstance(properties, withPassword ? password(server) : null);
    }

    /** True unless it is this machine; a name that is not known yet may be anywhere. */
    private static boolean isElsewhere(String host) {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** With its domain where the network knows one. */
    private static String ownName() {
        try {
            InetAddress here = InetAddress.getLocalHost();
            String whole = here.getCanonicalHostName();
            boolean isName = whole.contains(".") && !whole.equals(here.getHostAddress());
            return isName && !whole.startsWith("localhost") ? whole : here.getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static Authenticator password(MailProperties server) {
        PasswordAuthentication signIn = new PasswordAuthentication(server.getUsername(), server.getPassword());
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return signIn;
            }
        };
    }
}
