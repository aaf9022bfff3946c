package org.foramen.notifier.checkmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.naming.CommunicationException;
import org.junit.jupiter.api.Test;

/** What is said about a domain. */
class DomainRecordsTests {

    @Test
    void whatIsThereIsShown() {
        Map<String, List<String>> zone = Map.of(
                "clinic.example", List.of("verify=1", "v=spf1 include:spf.protection.outlook.com -all"),
                "selector2._domainkey.clinic.example", List.of("v=DKIM1; k=rsa; p=MIIB"),
                "_dmarc.clinic.example", List.of("v=DMARC1; p=none"));

        assertThat(sentences(zone))
                .containsExactly(
                        "SPF: v=spf1 include:spf.protection.outlook.com -all",
                        "DKIM: keys at selector2.",
                        "DMARC: v=DMARC1; p=none");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(sentences(Map.of()))
                .satisfiesExactly(
                        spf -> assertThat(spf).startsWith("SPF: clinic.example has no record"),
                        dkim -> assertThat(dkim).startsWith("DKIM: none of the usual selectors"),
                        dmarc -> assertThat(dmarc).startsWith("DMARC: clinic.example has no record"));
    }

    @Test
    void twoSpfRecordsAreNone() {
        assertThat(sentences(Map.of("clinic.example", List.of("v=spf1 -all", "v=spf1 mx -all"))))
                .first()
                .isEqualTo("SPF: clinic.example has 2 records, which counts as none: make them one.");
    }

    @Test
    void withoutNameServersItIsSaidThatNothingWasLookedUp() {
        DomainRecords records = new DomainRecords(name -> {
            throw new CommunicationException("no name server");
        });

        assertThat(records.sentences("clinic.example"))
                .singleElement()
                .asString()
                .startsWith("DNS: no answer");
    }

    private static List<String> sentences(Map<String, List<String>> zone) {
        return new DomainRecords(name -> zone.getOrDefault(name, List.of())).sentences("clinic.example");
    }
}
