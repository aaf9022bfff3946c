package org.foramen.notifier.checkmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import javax.naming.ServiceUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions that go over the wire. */
@Timeout(60)
class NameServersTests {

    private ScriptedNameServer server;
    private TextRecords dns;

    @BeforeEach
    void begin() throws Exception {
        server = new ScriptedNameServer();
        dns = new NameServers(server.url());
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void allTextsOfANameAreFound() throws Exception {
        server.text("clinic.example", List.of("v=spf1 mx -all"), List.of("verify=1"));

        assertThat(dns.of("clinic.example")).containsExactlyInAnyOrder("v=spf1 mx -all", "verify=1");
    }

    @Test
    void aTextInPiecesIsOneWhereverItWasCut() throws Exception {
        server.text("a.example", List.of("v=DKIM1; k=rsa; p=MIIB", "IjANBg", "kqhk IG"))
                .text("b.example", List.of("v=spf1 ip4:192.0.2.", "1 -all"))
                .text("c.example", List.of("one", "two", ""))
                .text("d.example", List.of("he said \"no\" \\ once"));

        assertThat(dns.of("a.example")).containsExactly("v=DKIM1; k=rsa; p=MIIBIjANBgkqhk IG");
        assertThat(dns.of("b.example")).containsExactly("v=spf1 ip4:192.0.2.1 -all");
        assertThat(dns.of("c.example")).containsExactly("onetwo");
        assertThat(dns.of("d.example")).containsExactly("he said \"no\" \\ once");
    }

    @Test
    void aKeyBehindAnAliasIsFound() throws Exception {
        server.alias("selector1._domainkey.clinic.example", "selector1-clinic._domainkey.provider.example")
                .text("selector1-clinic._domainkey.provider.example", List.of("v=DKIM1; p=MIIB"));

        assertThat(dns.of("selector1._domainkey.clinic.example")).containsExactly("v=DKIM1; p=MIIB");
    }

    @Test
    void aNameThatIsNotThereHasNoTexts() throws Exception {
        assertThat(dns.of("nowhere.example")).isEmpty();
    }

    @Test
    void aServerThatCannotTellHasNotSaidNo() {
        server.breakAt("clinic.example");

        assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> dns.of("clinic.example"));
    }
}
