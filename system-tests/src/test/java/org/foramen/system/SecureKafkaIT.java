package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Tls;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both services speak TLS to a broker that asks for their certificate, by Spring's own settings alone. */
@Timeout(300)
class SecureKafkaIT {

    @Test
    void anInquiryTravelsOverTlsToABrokerThatKnowsItsClients(@TempDir Path keys) throws IOException {
        try (Stack stack = Stack.ofOneEach("secure", Tls.in(keys))) {
            String id = Website.json(new Website(stack.intake())
                            .post(
                                    Map.of(
                                            "kind", "contact",
                                            "name", "Ana Ruiz",
                                            "email", "ana@example.com",
                                            "message", "Do you take Medi-Cal?",
                                            "consentToEmail", true),
                                    "one"))
                    .path("id")
                    .asString();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(stack.mail().mails())
                            .anyMatch(mail -> mail.messageId().startsWith("<" + id + ".clinic@")));
            assertThat(stack.intake().said()).doesNotContain("spool");
        }
    }
}
