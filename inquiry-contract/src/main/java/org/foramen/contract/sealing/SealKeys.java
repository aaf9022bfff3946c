package org.foramen.contract.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The files that hold the clinic's keys, each a JWK set (RFC 7517). The first key of the public file seals; every key of
 * the private file opens, so a new key is put first and the old one stays until the last inquiry sealed with it is gone.
 */
public final class SealKeys {

    /** The name of the file with the public keys, which the intake reads. */
    public static final String PUBLIC_FILE = "seal-public.json";

    /** The name of the file with the private keys, which only the notifier reads. */
    public static final String PRIVATE_FILE = "seal-private.json";

    private SealKeys() {}

    /** @throws IllegalStateException with a sentence that names the file, when it holds no usable key */
    public static InquirySealer sealer(Path publicFile) {
        return sealer(publicFile, System::nanoTime);
    }

    /** @param nanoTime the clock by which the sealer changes its own key, as {@link System#nanoTime()} gives it */
    public static InquirySealer sealer(Path publicFile, LongSupplier nanoTime) {
        try {
            return new InquirySealer(read(publicFile).get(0).toPublicJWK(), nanoTime);
        } catch (JOSEException e) {
            throw unusable(publicFile, e);
        }
    }

    /** @throws IllegalStateException with a sentence that names the file, when it holds no usable key */
    public static InquiryOpener opener(Path privateFile) {
        List<ECKey> keys = read(privateFile);
        if (!keys.stream().allMatch(ECKey::isPrivate)) {
            throw new IllegalStateException(privateFile + " holds a public key; the notifier needs the private one");
        }
        try {
            return new InquiryOpener(keys);
        } catch (JOSEException e) {
            throw unusable(privateFile, e);
        }
    }

    /**
     * Makes a pair of keys unless the folder is there already. Two services that start at once in the same place agree on
     * one pair, for the folder appears whole or not at all. Where the system knows owners, only its owner may look into it.
     */
    public static void makeIfAbsent(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Path made = Files.createTempDirectory(parent, "keys-");
            make(made);
            try {
                Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
                Files.delete(made.resolve(PUBLIC_FILE));
                Files.delete(made.resolve(PRIVATE_FILE));
                Files.delete(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make keys in " + folder, e);
        }
    }

    /**
     * Changes the key: what is sealed from now on is sealed for a new one, and what was sealed before can still be opened.
     * The private file is written first, so that nothing is ever sealed that cannot be opened.
     *
     * @return the new key's id
     */
    public static String change(Path folder) {
        ECKey key = newKey();
        List<JWK> privateKeys = new ArrayList<>(read(folder.resolve(PRIVATE_FILE)));
        List<JWK> publicKeys = new ArrayList<>(read(folder.resolve(PUBLIC_FILE)));
        privateKeys.add(0, key);
        publicKeys.add(0, key);
        try {
            replace(folder.resolve(PRIVATE_FILE), new JWKSet(privateKeys).toString(false));
            replace(folder.resolve(PUBLIC_FILE), new JWKSet(publicKeys).toString(true));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot change the keys in " + folder, e);
        }
        return key.getKeyID();
    }

    private static void make(Path folder) throws IOException {
        ECKey key = newKey();
        Files.writeString(folder.resolve(PUBLIC_FILE), new JWKSet(key).toString(true));
        Files.writeString(folder.resolve(PRIVATE_FILE), new JWKSet(key).toString(false));
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java runtime cannot make a P-256 key", e);
        }
    }

    /** The file is there, old or new, at every moment; it keeps its owner's rights. */
    private static void replace(Path file, String text) throws IOException {
        Path made = Files.createTempFile(file.toAbsolutePath().getParent(), "keys-", ".json");
        Files.writeString(made, text);
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(file));
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<ECKey> read(Path file) {
        try {
            List<ECKey> keys = JWKSet.load(file.toFile()).getKeys().stream()
                    .map(key -> key.toECKey())
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalStateException(file + " holds no key");
            }
            return keys;
        } catch (IOException | ParseException | ClassCastException e) {
            throw unusable(file, e);
        }
    }

    private static IllegalStateException unusable(Path file, Exception cause) {
        return new IllegalStateException(file + " is not a JWK set of P-256 keys that can be read", cause);
    }
}
