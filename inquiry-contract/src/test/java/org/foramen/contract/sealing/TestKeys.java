package org.foramen.contract.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pair of keys as another program would make it. */
public final class TestKeys {

    private TestKeys() {}

    public static void makeIn(Path folder) {
        try {
            JWKSet keys = new JWKSet(
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(SealKeys.PUBLIC_FILE), keys.toString(true));
            Files.writeString(folder.resolve(SealKeys.PRIVATE_FILE), keys.toString(false));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
