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
 * @param host the server of the mailbox; nothing: it is not read
 * @param port 993 speaks TLS from the start, another port STARTTLS
 * @param user who signs in; nothing: the mailbox that OAuth sends as
 * @param password for the sign-in; nothing: the access token that sends
 * @param passwordFile a file that holds the password, instead
 * @param folder the folder that is read; nothing else may be kept there
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
