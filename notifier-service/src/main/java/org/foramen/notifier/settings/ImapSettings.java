package org.foramen.notifier.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * A mailbox that is read by IMAP. Without a password the access token that also sends mail signs in.
 *
 * @param host of the IMAP server; null: the mailbox is not read
 * @param port 993 speaks TLS at once, any other by STARTTLS
 * @param user null: the mailbox that OAuth sends as
 * @param password of the user; null: OAuth
 * @param passwordFile a file that holds the password, instead
 * @param folder that is read; nothing else may be kept there
 */
public record ImapSettings(
        @Nullable String host,
        @DefaultValue("993") int port,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path passwordFile,
        @DefaultValue("INBOX") String folder) {

    public boolean isSet() {
        return StringUtils.hasText(host);
    }

    /** What signs in; null: an access token does. */
    public @Nullable String secret() {
        if (passwordFile == null || passwordFile.toString().isEmpty()) {
            return StringUtils.hasText(password) ? password : null;
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new SettingRefused("the file with a mailbox's password cannot be read: " + passwordFile);
        }
    }

    @Override
    public String toString() {
        return "ImapSettings[" + host + ":" + port + "]";
    }
}
