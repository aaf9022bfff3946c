package org.foramen.notifier.imap;

import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import org.foramen.notifier.settings.ImapSettings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.socket.WatchedSslSocketFactory;
import org.jspecify.annotations.Nullable;

/** What the library needs to know of a server, for one connection after the other. */
final class ImapSessions {

    private static final int IMAPS = 993;

    private final String protocol;
    private final Properties properties;
    private volatile WatchedSslSocketFactory tls = new WatchedSslSocketFactory();

    /** @param withToken true: an access token signs in */
    ImapSessions(ImapSettings settings, NotifierSettings.Smtp smtp, boolean withToken) {
        this.protocol = protocol(settings);
        this.properties = properties(settings, smtp, withToken);
    }

    private static String protocol(ImapSettings settings) {
        return settings.port() == IMAPS ? "imaps" : "imap";
    }

    private static Properties properties(ImapSettings settings, NotifierSettings.Smtp smtp, boolean withToken) {
        String prefix = "mail." + protocol(settings) + ".";
        boolean needsTls = !smtp.allowPlaintext() && !isThisMachine(settings.host());
        Properties properties = new Properties();
        properties.put(
                prefix + "connectiontimeout",
                String.valueOf(smtp.connectTimeout().toMillis()));
        properties.put(prefix + "timeout", String.valueOf(smtp.readTimeout().toMillis()));
        properties.put(
                prefix + "writetimeout", String.valueOf(smtp.readTimeout().toMillis()));
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", String.valueOf(needsTls));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "socketFactory.fallback", "false");
        if (withToken) {
            properties.put(prefix + "auth.mechanisms", TokenStore.MECHANISM);
        }
        return properties;
    }

    private static boolean isThisMachine(@Nullable String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    String protocol() {
        return protocol;
    }

    /** How the last connection was encrypted; null: it was not. */
    @Nullable String tls() {
        return tls.inWords();
    }

    Session open(ImapLines lines) {
        tls = new WatchedSslSocketFactory(lines::add);
        Properties watched = new Properties();
        watched.putAll(properties);
        watched.put("mail." + protocol + ".socketFactory", lines);
        watched.put("mail." + protocol + ".ssl.socketFactory", tls);
        return Session.getInstance(watched);
    }
}
