package org.foramen.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryIdTests {

    @Test
    void aDigestGivesTheSameIdEachTime() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest("one".getBytes(StandardCharsets.UTF_8));

        assertThat(InquiryId.of(digest)).isEqualTo(InquiryId.of(digest)).hasToString("ET9C7B9N82XR0F021CXEWSPDH0");
    }

    @Test
    void allBitsOfTheDigestCount() {
        byte[] last = new byte[32];
        last[15] = 1;

        assertThat(InquiryId.of(new byte[32])).hasToString("0".repeat(26));
        assertThat(InquiryId.of(last)).hasToString("0".repeat(25) + "4");
    }

    @Test
    void theReferenceIsShortEnoughToBeReadOnThePhone() {
        assertThat(new InquiryId("K7F392QX0123456789ABCDEFGH").reference()).isEqualTo("K7F3-92QX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "K7F3-92QX", "k7f392qx0123456789abcdefgh", "K7F392QX0123456789ABCDEFGI", "jane@example.com"})
    void nothingElsePassesForAnId(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InquiryId(text))
                .withMessage("not an inquiry id");
    }
}
