package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.notifier.Inquiries;
import org.junit.jupiter.api.Test;

/** The card that the front desk adds to its address book. */
class ContactCardTests {

    @Test
    void saysWhoAskedAndHowToReachThem() {
        Attachment file = ContactCard.of(Inquiries.number(1));

        assertThat(file.name()).isEqualTo("inquiry-0000-0000.vcf");
        assertThat(file.type()).isEqualTo("text/vcard; charset=utf-8");
        assertThat(lines(file))
                .containsExactly(
                        "BEGIN:VCARD",
                        "VERSION:3.0",
                        "FN:Canary Ruiz",
                        "N:;Canary Ruiz;;;",
                        "EMAIL;TYPE=INTERNET:canary1@example.com",
                        "TEL;TYPE=VOICE:+13105550112",
                        "NOTE:Web inquiry 0000-0000",
                        "END:VCARD");
    }

    @Test
    void aNameCannotBringLinesOrPartsOfItsOwn() {
        Attachment file = ContactCard.of(named("Ana; \\n, Ñandú\r\nTEL:+19005550100\u2028X"));

        assertThat(lines(file))
                .contains("FN:Ana\\; \\\\n\\, Ñandú\\nTEL:+19005550100\\nX")
                .noneMatch(line -> line.startsWith("TEL"));
    }

    @Test
    void longLinesAreFoldedBetweenLetters() {
        String name = "ñ".repeat(100);

        List<String> lines = lines(ContactCard.of(named(name)));

        assertThat(lines).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(String.join("\n", lines).replace("\n ", "")).contains("FN:" + name + "\n");
    }

    private static InquiryReceived named(String name) {
        InquiryReceived inquiry = Inquiries.number(1);
        return new InquiryReceived(
                inquiry.id(),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                new Person(name, "ana@example.com", null, ContactChannel.EMAIL, "es"),
                inquiry.message(),
                inquiry.details(),
                inquiry.consent(),
                inquiry.redFlags(),
                inquiry.suspicions());
    }

    private static List<String> lines(Attachment file) {
        return List.of(new String(file.content(), StandardCharsets.UTF_8).split("\r\n"));
    }
}
