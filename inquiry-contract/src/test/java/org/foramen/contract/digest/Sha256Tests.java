package org.foramen.contract.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Tests {

    /** FIPS 180-2, appendix B.1. */
    @Test
    void aTextHasTheDigestOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** RFC 4231, test case 2. */
    @Test
    void aTextUnderAKeyHasTheDigestOfTheStandard() {
        byte[] expected = HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        byte[] key = "Jefe".getBytes(US_ASCII);

        assertThat(Sha256.hmac(key, "what do ya want for nothing?")).isEqualTo(expected);
        assertThat(Sha256.hmac(key, "what do ya want ".getBytes(US_ASCII), "for nothing?".getBytes(US_ASCII)))
                .isEqualTo(expected);
    }
}
