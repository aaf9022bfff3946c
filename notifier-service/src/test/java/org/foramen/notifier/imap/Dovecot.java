package org.foramen.notifier.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.foramen.notifier.FreePort;
import org.foramen.notifier.webhook.Authority;

/** Debian's Dovecot, which serves a mailbox to whoever knows the password, or shows a token that its issuer vouches for. */
public final class Dovecot implements AutoCloseable {

    public static final String PASSWORD = "imap-pw";

    private static final int IMAPS = 993;
    private static final String PASSWORDS =
            "passdb {\n  driver = static\n  args = password=%s\n}\n".formatted(PASSWORD);
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Path ADMIN = Path.of("/usr/bin/doveadm");

    private final Path folder;
    private final String address;
    private final int imap;
    private final int lmtp;

    /** In the clear, and by password. */
    public Dovecot() {
        this("127.0.0.1", "ssl = no", PASSWORDS, null);
    }

    /**
     * Encrypted, at port 993 and by STARTTLS.
     *
     * @param address from {@link #ownAddress()}
     * @param certificate the chain and the key, in PEM
     * @param tokens what signs in; null: a password
     */
    public Dovecot(String address, Authority.Files certificate, Introspection tokens) {
        this(
                address,
                "ssl = required\nssl_cert = <%s\nssl_key = <%s".formatted(certificate.chain(), certificate.key()),
                tokens == null ? PASSWORDS : "",
                tokens);
    }

    private Dovecot(String address, String tls, String passwords, Introspection tokens) {
        this.address = address;
        this.imap = FreePort.at(address);
        this.lmtp = FreePort.at(address);
        try {
            this.folder = Files.createTempDirectory(
                    Path.of("/tmp"),
                    "dovecot",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.createDirectories(folder.resolve("mail"));
            String signIn = tokens == null ? passwords : tokens(tokens, folder);
            Files.writeString(folder.resolve("dovecot.conf"), usual() + tls + "\n" + signIn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerCommand.run("chown", "mail:mail", folder.resolve("mail").toString());
        ServerCommand.run(PROGRAM.toString(), "-c", configuration());
    }

    public static boolean canRun() {
        boolean is = Files.isExecutable(PROGRAM)
                && Files.isExecutable(ADMIN)
                && "root".equals(System.getProperty("user.name"));
        if (!is && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("Dovecot is missing");
        }
        return is;
    }

    /** One of this machine that nobody else uses, so that the port of IMAP over TLS is free there. */
    public static String ownAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "127." + random.nextInt(1, 255) + "." + random.nextInt(1, 255) + "." + random.nextInt(2, 255);
    }

    public String address() {
        return address;
    }

    public int port() {
        return imap;
    }

    public int lmtpPort() {
        return lmtp;
    }

    /** Puts a mail into somebody's inbox. */
    public void deliver(String mailbox, String mail) {
        try {
            Path file = Files.writeString(folder.resolve(UUID.randomUUID() + ".eml"), mail);
            ServerCommand.run(ADMIN.toString(), "-c", configuration(), "save", "-u", mailbox, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has to say about itself. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ServerCommand.run(ADMIN.toString(), "-c", configuration(), "stop");
        ServerCommand.run("rm", "-rf", folder.toString());
    }

    private String configuration() {
        return folder.resolve("dovecot.conf").toString();
    }

    private String usual() {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/lib
                log_path = %1$s/log
                auth_verbose = yes
                protocols = imap lmtp
                listen = %2$s
                disable_plaintext_auth = no
                auth_failure_delay = 0
                mail_location = maildir:%1$s/mail/%%u
                first_valid_uid = 1
                recipient_delimiter = +
                userdb {
                  driver = static
                  args = allow_all_users=yes uid=mail gid=mail home=%1$s/mail/%%u
                }
                service anvil {
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                service imap-login {
                  inet_listener imap {
                    port = %3$d
                  }
                  inet_listener imaps {
                    port = %5$d
                  }
                }
                service lmtp {
                  inet_listener lmtp {
                    port = %4$d
                  }
                }
                """
                .formatted(folder, address, imap, lmtp, address.equals("127.0.0.1") ? 0 : IMAPS);
    }

    private static String tokens(Introspection issuer, Path folder) {
        try {
            Path file = Files.writeString(
                    folder.resolve("tokens.conf"),
                    """
                    introspection_mode = post
                    introspection_url = %s
                    client_id = %s
                    client_secret = %s
                    username_attribute = mailbox
                    active_attribute = active
                    active_value = true
                    timeout_msecs = 5000
                    """
                            .formatted(issuer.uri(), issuer.client(), issuer.secret()));
            return """
                    auth_mechanisms = xoauth2 oauthbearer
                    passdb {
                      driver = oauth2
                      mechanisms = xoauth2 oauthbearer
                      args = %s
                    }
                    """
                    .formatted(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who says whether a token is good (RFC 7662), and as whom it is asked. */
    public record Introspection(String uri, String client, String secret) {}
}
