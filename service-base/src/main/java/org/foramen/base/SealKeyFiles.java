package org.foramen.base;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.sealing.SealKeys;
import org.jspecify.annotations.Nullable;

/** Chooses, makes and changes the clinic's pair of keys; what was sealed for a key that a power cut took could never be read. */
public final class SealKeyFiles {

    private SealKeyFiles() {}

    /**
     * The file to read: the one that is set, else one of a pair that is made on first start.
     *
     * @param given as {@code FORAMEN_SEAL_KEYS} names it; null: none
     * @param data the folder under which a pair is made
     * @param name {@link SealKeys#PUBLIC_FILE} or {@link SealKeys#PRIVATE_FILE}
     * @throws SettingRefused in production mode when none is given, or when a pair cannot be kept
     */
    public static Path choose(@Nullable Path given, Mode mode, Path data, String name) {
        if (given != null) {
            return given;
        }
        if (mode == Mode.PRODUCTION) {
            String whose = name.equals(SealKeys.PUBLIC_FILE)
                    ? "public keys that inquiries are sealed with."
                    : "private keys that open inquiries.";
            throw new SettingRefused("In production mode FORAMEN_SEAL_KEYS must name the file with the " + whose);
        }
        Path folder = data.resolve("keys");
        makeIfAbsent(folder);
        return folder.resolve(name);
    }

    /**
     * Makes a pair of keys unless the folder is there already. Two services that start at once in the same place agree on
     * one pair, for the folder appears whole or not at all. Where the system knows owners, only its owner may look into it.
     *
     * @throws SettingRefused when the disk does not keep them
     */
    public static void makeIfAbsent(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Path parent = requireNonNull(folder.toAbsolutePath().getParent());
            WholeFile.makeFolder(parent);
            Path made = Files.createTempDirectory(parent, "keys-");
            ECKey key = newKey();
            WholeFile.write(made.resolve(SealKeys.PRIVATE_FILE), privateText(List.of(key)));
            WholeFile.write(made.resolve(SealKeys.PUBLIC_FILE), publicText(List.of(key)));
            putInPlace(made, folder);
            WholeFile.force(parent);
        } catch (IOException e) {
            throw notKept(folder, e);
        }
    }

    private static void putInPlace(Path made, Path folder) throws IOException {
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            Files.delete(made.resolve(SealKeys.PUBLIC_FILE));
            Files.delete(made.resolve(SealKeys.PRIVATE_FILE));
            Files.delete(made);
        }
    }

    /**
     * Changes the key: what is sealed from now on is sealed for a new one, and what was sealed before can still be opened.
     * The private file is written first, so that nothing is ever sealed that cannot be opened.
     *
     * @return the new key's id
     */
    public static String change(Path folder) {
        Path privateFile = folder.resolve(SealKeys.PRIVATE_FILE);
        Path publicFile = folder.resolve(SealKeys.PUBLIC_FILE);
        ECKey key = newKey();
        try {
            byte[] privateKeys = privateText(with(key, privateFile));
            byte[] publicKeys = publicText(with(key, publicFile));
            WholeFile.rewrite(privateFile, privateKeys);
            WholeFile.rewrite(publicFile, publicKeys);
        } catch (IOException e) {
            throw notKept(folder, e);
        }
        return key.getKeyID();
    }

    private static List<JWK> with(ECKey key, Path file) throws IOException {
        try {
            List<JWK> keys = new ArrayList<>(List.of(key));
            keys.addAll(JWKSet.load(file.toFile()).getKeys());
            return keys;
        } catch (ParseException e) {
            throw new IOException(file + " is not a JWK set", e);
        }
    }

    private static byte[] privateText(List<? extends JWK> keys) {
        return new JWKSet(List.copyOf(keys)).toString(false).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] publicText(List<? extends JWK> keys) {
        return new JWKSet(List.copyOf(keys)).toString(true).getBytes(StandardCharsets.UTF_8);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java runtime cannot make a P-256 key", e);
        }
    }

    private static SettingRefused notKept(Path folder, IOException cause) {
        SettingRefused refused = new SettingRefused("The keys in " + folder.toAbsolutePath()
                + " cannot be kept on its disk: make the folder writable or set FORAMEN_SEAL_KEYS.");
        refused.initCause(cause);
        return refused;
    }
}
