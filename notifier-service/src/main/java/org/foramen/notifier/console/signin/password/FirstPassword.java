package org.foramen.notifier.console.signin.password;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.foramen.base.SettingRefused;
import org.foramen.base.WholeFile;
import org.foramen.contract.digest.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** The password of the one operator of a console that was given no users; only the owner of its file may read it. */
final class FirstPassword {

    static final String FILE = "console-password";

    private static final Logger log = LoggerFactory.getLogger(FirstPassword.class);
    private static final int BYTES = 18;

    /** In letters: as many as of anybody else. */
    private static final int LEAST = 12;

    private static final int SALT_LENGTH = 22;

    private FirstPassword() {}

    /** The password in the folder; made when there is none. Its place is logged. */
    static String in(Path folder) {
        Path file = folder.resolve(FILE).toAbsolutePath().normalize();
        try {
            makeIfAbsent(file);
            String password = Files.readString(file).strip();
            if (password.length() < LEAST) {
                throw new SettingRefused(
                        "%s does not hold the password that was made: move it away, and a new one is made."
                                .formatted(file));
            }
            log.info("The console's user is 'operator'; the password stands in {}", file);
            return password;
        } catch (IOException e) {
            throw new SettingRefused(
                    "The console's password cannot be kept in %s: make the folder writable or set FORAMEN_CONSOLE_USERS."
                            .formatted(file));
        }
    }

    /** The same for the same password, so that sign-ins outlive a restart; it is never stored, and the password stands in a file. */
    static String hashOf(String password) {
        String salt = Sha256.hex(password).substring(0, SALT_LENGTH);
        return BCrypt.hashpw(password, "$2a$04$" + salt);
    }

    private static void makeIfAbsent(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        WholeFile.makeFolder(requireNonNull(file.toAbsolutePath().getParent()));
        WholeFile.writeForOwnerIfAbsent(file, (password + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
