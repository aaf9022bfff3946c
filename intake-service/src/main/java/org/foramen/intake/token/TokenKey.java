package org.foramen.intake.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.foramen.base.SettingRefused;
import org.foramen.base.WholeFile;
import org.foramen.contract.digest.Sha256;
import org.foramen.intake.settings.AbuseSettings;
import org.foramen.intake.settings.IntakeSettings;
import org.springframework.stereotype.Component;

/** The secret behind submission tokens and proofs of work, from a file that all intakes of a clinic share. */
@Component
class TokenKey {

    static final String FILE = "submission-token.key";

    private static final int LENGTH = 32;

    private final byte[] root;

    TokenKey(AbuseSettings abuse, IntakeSettings intake) {
        Path file = abuse.tokenKey();
        if (file == null) {
            if (intake.production()) {
                throw new SettingRefused("In production mode FORAMEN_ABUSE_TOKEN_KEY must name a file with at least "
                        + LENGTH + " random characters; `openssl rand -hex 32` makes them.");
            }
            file = makeIfAbsent(intake.data());
        }
        this.root = read(file);
    }

    /** A key of its own for each purpose. */
    byte[] keyFor(String purpose) {
        return Sha256.hmac(root, purpose);
    }

    private static byte[] read(Path file) {
        try {
            byte[] key = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
            if (key.length < LENGTH) {
                throw new SettingRefused(file + " holds fewer than " + LENGTH + " characters, which can be guessed.");
            }
            return key;
        } catch (IOException e) {
            throw new SettingRefused(file + " cannot be read; it must hold the secret of the submission tokens.");
        }
    }

    private static Path makeIfAbsent(Path folder) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            return file;
        }
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        try {
            WholeFile.makeFolder(folder);
            WholeFile.writeForOwnerIfAbsent(file, text.getBytes(StandardCharsets.US_ASCII));
            return file;
        } catch (IOException e) {
            throw new SettingRefused("The secret of the submission tokens cannot be kept in " + folder.toAbsolutePath()
                    + ": make the folder writable or set FORAMEN_ABUSE_TOKEN_KEY.");
        }
    }
}
