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
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.contract.sealing.InquirySealer;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.UnusableKeys;
import org.jspecify.annotations.Nullable;

/** Chooses, makes and changes the clinic's pair of keys; what was sealed for a key that a power cut took could never be read. */
public final class SealKeyFiles {

    private SealKeyFiles() {}

    /**
     * What seals with the first key of the file that is set, or of a pair that is made on first start.
     *
     * @param given as {@code FORAMEN_SEAL_KEYS} names it; null: none
     * @param data the folder under which a pair is made
     * @throws SettingRefused when there is no such key
     */
    public static InquirySealer sealer(@Nullable Path given, Mode mode, Path data) {
        try {
            return SealKeys.sealer(choose(given, mode, data, SealKeys.PUBLIC_FILE));
        } catch (UnusableKeys e) {
            throw unusable(e);
        }
    }

    /** What opens with each key of the private file; all else as of the {@link #sealer}. */
    public static InquiryOpener opener(@Nullable Path given, Mode mode, Path data) {
        try {
            return SealKeys.opener(choose(given, mode, data, SealKeys.PRIVATE_FILE));
        } catch (UnusableKeys e) {
            throw unusable(e);
        }
    }

    private static SettingRefused unusable(UnusableKeys cause) {
        SettingRefused refused = new SettingRefused(cause.getMessage()
                + ": put the file back from your copy, readable for this service, or set FORAMEN_SEAL_KEYS.");
        refused.initCause(cause);
        return refused;
    }

    /**
     * The file to read: the one that is set, else one of a pair that is made on first start.
     *
     * @param given as {@code FORAMEN_SEAL_KEYS} names it; null: none
     * @param data the folder under which a pair is made
     * @param name {@link SealKeys#PUBLIC_FILE} or {@link SealKeys#PRIVATE_FILE}
     * @throws SettingRefused in production mode when none is given, or when a pair cannot be kept
     */
    static Path choose(@Nullable Path given, Mode mode, Path data, String name) {
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
     * Makes a pair of keys unless the folder has one. Two services that start at once in the same place agree on one pair, for
     * the folder appears whole or not at all, and in a folder that is there already the private file decides. Where the system
     * knows owners, only its owner may look into it.
     *
     * @throws SettingRefused when the disk does not keep them
     */
    public static void makeIfAbsent(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                makeFolder(folder);
            } else if (Files.notExists(folder.resolve(SealKeys.PUBLIC_FILE))) {
                makeInside(folder);
            }
        } catch (IOException e) {
            throw notKept(folder, e);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        Path parent = requireNonNull(folder.toAbsolutePath().getParent());
        WholeFile.makeFolder(parent);
        Path made = Files.createTempDirectory(parent, "keys-");
        try {
            ECKey key = newKey();
            WholeFile.write(made.resolve(SealKeys.PRIVATE_FILE), privateText(List.of(key)));
            WholeFile.write(made.resolve(SealKeys.PUBLIC_FILE), publicText(List.of(key)));
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            Files.deleteIfExists(made.resolve(SealKeys.PUBLIC_FILE));
            Files.deleteIfExists(made.resolve(SealKeys.PRIVATE_FILE));
            Files.deleteIfExists(made);
        }
        WholeFile.force(parent);
    }

    /** The folder is there, as one that is mounted is: whoever writes the private file first has made the pair. */
    private static void makeInside(Path folder) throws IOException {
        Path privateFile = folder.resolve(SealKeys.PRIVATE_FILE);
        WholeFile.writeForOwnerIfAbsent(privateFile, privateText(List.of(newKey())));
        WholeFile.write(folder.resolve(SealKeys.PUBLIC_FILE), publicText(keysIn(privateFile)));
    }

    /** Whether one of the two files of a pair is there. */
    public static boolean isBegun(Path folder) {
        return Files.exists(folder.resolve(SealKeys.PRIVATE_FILE))
                || Files.exists(folder.resolve(SealKeys.PUBLIC_FILE));
    }

    /**
     * Changes the key: what is sealed from now on is sealed for a new one, and what was sealed before can still be opened.
     * The private file is written first, so that nothing is ever sealed that cannot be opened.
     *
     * @return the new key's id
     * @throws SettingRefused when one of the two files is missing or damaged, or when the disk does not keep them
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
        List<JWK> keys = new ArrayList<>(List.of(key));
        keys.addAll(keysIn(file));
        return keys;
    }

    private static List<JWK> keysIn(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new SettingRefused(
                    file + " is missing beside the other file of the pair: put it back from your copy.");
        }
        try {
            return JWKSet.load(file.toFile()).getKeys();
        } catch (ParseException e) {
            throw new SettingRefused(file + " is not a JWK set: put it back from your copy.");
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
