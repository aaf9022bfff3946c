package org.foramen.contract.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.foramen.contract.Examples;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.contract.wire.UnreadableInquiry.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bit that a disk turned over is noticed, at places drawn by a seed ({@code -Dforamen.seed}); what opens is what was sealed. */
class BitRotTests {

    private static final int PLACES = 400;

    private final long seed = Long.getLong("foramen.seed", 20261128);
    private final Random random = new Random(seed);

    @TempDir
    Path keys;

    private SealedInquiry sealed;

    @BeforeEach
    void seal() {
        TestKeys.makeIn(keys);
        sealed = SealKeys.sealer(keys.resolve(SealKeys.PUBLIC_FILE)).seal(Examples.INQUIRY);
    }

    @Test
    void aRecordIsReadAsItWasOrCalledUnreadable() {
        InquiryOpener opener = SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE));
        int noticed = 0;
        for (int place = 0; place < PLACES; place++) {
            byte[] key = sealed.id().value().getBytes(StandardCharsets.UTF_8);
            byte[] value = sealed.value().clone();
            Map<String, String> headers = new HashMap<>(sealed.headers());
            switch (random.nextInt(4)) {
                case 0 -> flip(key);
                case 1 -> rotHeader(headers);
                default -> flip(value);
            }
            if (!opens(() -> opener.open(new String(key, StandardCharsets.UTF_8), headers, value)
                    .equals(Examples.INQUIRY))) {
                noticed++;
            }
        }

        assertThat(noticed).as("of %d, seed %d", PLACES, seed).isGreaterThan(PLACES / 2);
    }

    @Test
    void aPrivateKeyOpensAsItDidOrIsRefusedAtTheStart() throws IOException {
        Path file = keys.resolve(SealKeys.PRIVATE_FILE);
        assertRefusedOrAsBefore(file, () -> SealKeys.opener(file)
                .open(sealed.id().value(), sealed.headers(), sealed.value())
                .equals(Examples.INQUIRY));
    }

    @Test
    void aPublicKeySealsForTheClinicOrIsRefusedAtTheStart() throws IOException {
        InquiryOpener opener = SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE));
        Path file = keys.resolve(SealKeys.PUBLIC_FILE);
        assertRefusedOrAsBefore(file, () -> {
            SealedInquiry one = SealKeys.sealer(file).seal(Examples.INQUIRY);
            return opener.open(one.id().value(), one.headers(), one.value()).equals(Examples.INQUIRY);
        });
    }

    private void assertRefusedOrAsBefore(Path file, BooleanSupplier opens) throws IOException {
        byte[] good = Files.readAllBytes(file);
        int refused = 0;
        for (int place = 0; place < PLACES; place++) {
            byte[] rotten = good.clone();
            flip(rotten);
            Files.write(file, rotten);
            try {
                assertThat(opens.getAsBoolean()).as("seed %d", seed).isTrue();
            } catch (UnreadableInquiry e) {
                assertThat(e.reason())
                        .as("only the key's name is not what it was")
                        .isEqualTo(Reason.UNKNOWN_KEY);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining(file.toString());
                refused++;
            }
        }
        assertThat(refused).as("of %d, seed %d", PLACES, seed).isGreaterThan(PLACES / 2);
    }

    /** False when it is told that it cannot be read: whatever opens must be what was sealed. */
    private boolean opens(BooleanSupplier same) {
        try {
            assertThat(same.getAsBoolean()).as("seed %d", seed).isTrue();
            return true;
        } catch (UnreadableInquiry e) {
            return false;
        }
    }

    private void rotHeader(Map<String, String> headers) {
        String name = new TreeMap<>(headers)
                .keySet().stream()
                        .skip(random.nextInt(headers.size()))
                        .findFirst()
                        .orElseThrow();
        byte[] value = headers.get(name).getBytes(StandardCharsets.UTF_8);
        flip(value);
        headers.put(name, new String(value, StandardCharsets.UTF_8));
    }

    private void flip(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
}
