package org.foramen.notifier.checkmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.naming.CommunicationException;
import javax.naming.ServiceUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about domains; one sentence says one thing. */
class DomainRecordsTests {

    private static final String FROM = "no-reply@clinic.example";

    private final Map<String, List<String>> zone = new HashMap<>(Map.of(
            "clinic.example", List.of("verify=1", "v=spf1 include:spf.protection.outlook.com -all"),
            "selector2._domainkey.clinic.example", List.of("v=DKIM1; k=rsa; p=MIIB"),
            "_dmarc.clinic.example", List.of("v=DMARC1; p=none")));

    @Test
    void whatIsRightIsShown() {
        assertThat(sentences(FROM, "selector2"))
                .containsExactly(
                        "SPF: v=spf1 include:spf.protection.outlook.com -all",
                        "DKIM: a key is at selector2._domainkey.clinic.example.",
                        "DMARC: v=DMARC1; p=none",
                        "Alignment: the envelope sender is at clinic.example and from at clinic.example: SPF counts for DMARC.",
                        "Alignment: mails are signed with d=clinic.example and from is at clinic.example: DKIM counts for DMARC.");
    }

    @Test
    void whatIsMissingIsSaid() {
        zone.clear();

        assertThat(sentences(FROM, null))
                .satisfiesExactly(
                        spf -> assertThat(spf).startsWith("SPF: clinic.example has no record"),
                        dkim -> assertThat(dkim).startsWith("DKIM: none of the usual selectors"),
                        dmarc -> assertThat(dmarc).startsWith("DMARC: clinic.example has no record"),
                        envelope -> assertThat(envelope).endsWith("SPF counts for DMARC."),
                        signer -> assertThat(signer)
                                .isEqualTo(
                                        "Alignment: DKIM counts for DMARC when mails are signed with d=clinic.example."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 mx ~all | SPF: v=spf1 mx ~all",
                "V=SPF1 MX -ALL | SPF: V=SPF1 MX -ALL",
                "v=spf1 redirect=_spf.provider.example | SPF: v=spf1 redirect=_spf.provider.example",
                "v=spf1 mx -all exp=why.clinic.example | SPF: v=spf1 mx -all exp=why.clinic.example",
                "v=spf1 mx | SPF: the record of clinic.example forbids nobody: end it in -all or ~all: v=spf1 mx",
                "v=spf1 | SPF: the record of clinic.example forbids nobody: end it in -all or ~all: v=spf1",
                "v=spf1 mx ?all | SPF: the record of clinic.example forbids nobody: end it in -all or ~all: v=spf1 mx ?all",
                "v=spf1 mx all | SPF: the record of clinic.example lets everybody send in its name: end it in -all or ~all: v=spf1 mx all",
                "v=spf1 -all include:provider.example | SPF: what stands behind -all in the record of clinic.example counts for nothing: v=spf1 -all include:provider.example",
                "v=spf10 mx -all | SPF: clinic.example has no record: receivers cannot tell who may send for it.",
                "v=spf1 -all;v=spf1 mx -all | SPF: clinic.example has 2 records, which counts as none: make them one."
            })
    void anSpfRecordIsJudged(String records, String sentence) {
        zone.put("clinic.example", List.of(records.split(";")));

        assertThat(sentences(FROM, null)).first().isEqualTo(sentence);
    }

    @Test
    void spfIsThatOfTheEnvelopeSender() {
        zone.put("mail.clinic.example", List.of("v=spf1 mx ~all"));

        assertThat(sentences("bounces+token@mail.clinic.example", null)).first().isEqualTo("SPF: v=spf1 mx ~all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=DKIM1; k=rsa; p= | the key at s1._domainkey.clinic.example has been withdrawn (p= is empty).",
                "v=DKIM1; p=; k=rsa | the key at s1._domainkey.clinic.example has been withdrawn (p= is empty).",
                "p=MIIB | a key is at s1._domainkey.clinic.example.",
                "something=else | no key is at s1._domainkey.clinic.example: what is signed with it nobody can check.",
                "p=MIIB/p=MIIC | s1._domainkey.clinic.example has 2 keys, and receivers may take any: leave one."
            })
    void aKeyIsJudged(String keys, String sentence) {
        zone.put("s1._domainkey.clinic.example", List.of(keys.split("/")));

        assertThat(sentences(FROM, "s1")).contains("DKIM: " + sentence);
    }

    @Test
    void withoutASelectorTheUsualOnesAreTried() {
        assertThat(sentences(FROM, null))
                .contains("DKIM: keys at selector2; name the one that signs behind the address.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=DMARC1; p=reject; rua=mailto:d@clinic.example | DMARC: v=DMARC1; p=reject; rua=mailto:d@clinic.example",
                "v=DMARC1; rua=mailto:d@clinic.example | DMARC: the record at _dmarc.clinic.example names no policy (p=none, quarantine or reject): v=DMARC1; rua=mailto:d@clinic.example",
                "v=DMARC1; p=all | DMARC: the record at _dmarc.clinic.example names no policy (p=none, quarantine or reject): v=DMARC1; p=all",
                "v=DMARC1; p=none/v=DMARC1; p=reject | DMARC: _dmarc.clinic.example has 2 records, which counts as none: make them one.",
                "v=DMARC10; p=none | DMARC: clinic.example has no record: anybody's mail in its name is judged without you."
            })
    void aDmarcRecordIsJudged(String records, String sentence) {
        zone.put("_dmarc.clinic.example", List.of(records.split("/")));

        assertThat(sentences(FROM, null)).contains(sentence);
    }

    @Test
    void aDomainBelowHasTheRecordOfTheOneAbove() {
        assertThat(sentences("no-reply@mail.clinic.example", "no-reply@mail.clinic.example", null))
                .contains("DMARC: v=DMARC1; p=none");
    }

    @ParameterizedTest
    @CsvSource({
        "clinic.example, bounces.clinic.example, v=DMARC1; p=none, true",
        "clinic.example, bounces.clinic.example, v=DMARC1; p=none; aspf=s, false",
        "clinic.example, clinic.example, v=DMARC1; p=none; aspf=s, true",
        "mail.clinic.example, bounces.clinic.example, v=DMARC1; p=none, true",
        "clinic.example, notclinic.example, v=DMARC1; p=none, false",
        "clinic.example, relay.test, v=DMARC1; p=none, false"
    })
    void theEnvelopeSenderIsComparedWithFrom(String from, String envelope, String record, boolean counts) {
        zone.put("_dmarc.clinic.example", List.of(record));

        assertThat(sentences("no-reply@" + from, "bounces@" + envelope, null))
                .contains("Alignment: the envelope sender is at " + envelope + " and from at " + from + ": SPF "
                        + (counts ? "counts" : "does not count") + " for DMARC.");
    }

    @Test
    void theDomainsOfARegistryAreNotOneOrganization() {
        zone.put("_dmarc.co.test", List.of("v=DMARC1; p=none; psd=y"));

        assertThat(sentences("no-reply@one.co.test", "bounces@other.co.test", null))
                .contains(
                        "Alignment: the envelope sender is at other.co.test and from at one.co.test: SPF does not count for DMARC.");
    }

    @ParameterizedTest
    @CsvSource({
        "s1._domainkey.clinic.example, clinic.example, '', true",
        "s1._domainkey.Clinic.Example., clinic.example, '', true",
        "s1._domainkey.mail.clinic.example, mail.clinic.example, '', true",
        "s1._domainkey.mail.clinic.example, mail.clinic.example, ; adkim=s, false",
        "s1._domainkey.relay.test, relay.test, '', false"
    })
    void whatSignsIsComparedWithFrom(String key, String signer, String more, boolean counts) {
        zone.put("_dmarc.clinic.example", List.of("v=DMARC1; p=none" + more));

        assertThat(sentences(FROM, key))
                .contains("Alignment: mails are signed with d=" + signer + " and from is at clinic.example: DKIM "
                        + (counts ? "counts" : "does not count") + " for DMARC.");
    }

    @Test
    void whereNeitherCountsTheWayOutIsSaid() {
        assertThat(sentences("bounces@relay.test", "s1._domainkey.relay.test"))
                .last()
                .asString()
                .startsWith(
                        "Alignment: neither counts, so our mails fail DMARC: have them signed with d=clinic.example");
    }

    @Test
    void withoutNameServersItIsSaidThatNothingWasLookedUp() {
        DomainRecords records = new DomainRecords(name -> {
            throw new CommunicationException("no name server");
        });

        assertThat(records.sentences(SenderDomains.of(FROM, FROM, null)))
                .containsExactly("DNS: no name server answers from here, so SPF, DKIM and DMARC were not looked up.");
    }

    @Test
    void aRecordThatCannotBeHadHidesNoOther() {
        DomainRecords records = new DomainRecords(name -> {
            if (name.equals("clinic.example")) {
                throw new ServiceUnavailableException("DNS server failure");
            }
            return zone.getOrDefault(name, List.of());
        });

        assertThat(records.sentences(SenderDomains.of(FROM, FROM, null)))
                .startsWith("SPF: could not be looked up (DNS server failure).")
                .contains("DMARC: v=DMARC1; p=none");
    }

    private List<String> sentences(String envelope, String key) {
        return sentences(FROM, envelope, key);
    }

    private List<String> sentences(String from, String envelope, String key) {
        return new DomainRecords(name -> zone.getOrDefault(name, List.of()))
                .sentences(SenderDomains.of(from, envelope, key));
    }
}
