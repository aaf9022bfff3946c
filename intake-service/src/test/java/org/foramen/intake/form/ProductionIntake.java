package org.foramen.intake.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.sealing.SealKeys;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** An intake in production mode, behind a proxy on this machine: who the visitor is stands in X-Forwarded-For. */
@TestPropertySource(
        properties = {
            "foramen.mode=production",
            "foramen.abuse.client-keys=" + ProductionIntake.CLIENT_KEY + "," + ProductionIntake.OTHER_CLIENT_KEY,
            "foramen.abuse.trusted-proxies=127.0.0.1",
            "foramen.abuse.per-address=3",
            "foramen.abuse.per-network=5"
        })
public abstract class ProductionIntake extends RunningIntake {

    public static final String CLIENT_KEY = "a-key-for-tests-of-more-than-32-characters";
    public static final String OTHER_CLIENT_KEY = "another-key-for-tests-of-more-than-32-characters";

    @DynamicPropertySource
    static void secrets(DynamicPropertyRegistry settings) throws IOException {
        Path keys = DATA.resolve("keys");
        SealKeyFiles.makeIfAbsent(keys);
        Path tokenKey = Files.writeString(DATA.resolve("given-token.key"), "0123456789abcdef".repeat(4));
        settings.add("foramen.seal-keys", () -> keys.resolve(SealKeys.PUBLIC_FILE));
        settings.add("foramen.abuse.token-key", () -> tokenKey);
    }
}
