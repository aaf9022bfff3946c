package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.system.stack.SharedStack;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Forty inquiries as people write them: in several scripts, with odd addresses, and some with ill intent. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class PublicInquiriesIT {

    private static final Set<String> CLINIC_HEADERS = Set.of(
            "date",
            "from",
            "reply-to",
            "to",
            "message-id",
            "subject",
            "mime-version",
            "content-type",
            "importance",
            "x-priority",
            "x-delivery");

    private final Stack stack;
    private final Website website;
    private final Map<String, HttpResponse<String>> answers = new HashMap<>();

    PublicInquiriesIT(Stack stack) {
        this.stack = stack;
        this.website = new Website(stack.intake());
    }

    static Stream<JsonNode> inquiries() throws IOException {
        try (InputStream file = PublicInquiriesIT.class.getResourceAsStream("/public.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(JsonMapper.shared()::readTree).toList().stream();
        }
    }

    @BeforeAll
    void sendAll() throws IOException {
        Set<String> procedures = procedures();
        for (JsonNode inquiry : inquiries().toList()) {
            answers.put(
                    id(inquiry),
                    website.post(request(inquiry, procedures), UUID.randomUUID().toString()));
        }
    }

    @ParameterizedTest(name = "inquiry {index}")
    @MethodSource("inquiries")
    void eachIsRefusedOrReachesTheClinicOnceWithTheNameAsTyped(JsonNode inquiry) throws MessagingException {
        HttpResponse<String> answer = answers.get(id(inquiry));
        String name = inquiry.path("name").asString();
        boolean nameBreaksLines = name.contains("\r") || name.contains("\n");
        String address = inquiry.path("expected_email").asString();
        if (nameBreaksLines || address.equals("reject")) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Website.json(answer).path("errors").findValuesAsString("field"))
                    .containsExactly(nameBreaksLines ? "name" : "email");
        } else if (answer.statusCode() == 400) {
            assertThat(address).isEqualTo("either");
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            ReceivedMail mail = clinicMail(Website.json(answer).path("id").asString());
            assertThat(mail.parts().text()).contains("\n" + name + " · ");
            assertThat(headerNames(mail)).isSubsetOf(CLINIC_HEADERS);
        }
    }

    @Test
    void nobodyElseIsWrittenTo() throws IOException {
        Set<String> people = inquiries()
                .map(inquiry -> inquiry.path("email").asString().strip())
                .collect(Collectors.toSet());
        await().atMost(Duration.ofSeconds(60)).until(() -> stack.inquiries().isReadToTheEnd());

        assertThat(stack.mail().mails())
                .extracting(ReceivedMail::recipient)
                .noneMatch(recipient -> recipient.contains("evil.example"))
                .filteredOn(recipient -> people.contains(recipient))
                .doesNotHaveDuplicates();
    }

    private ReceivedMail clinicMail(String id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !clinicMails(id).isEmpty());
        assertThat(clinicMails(id)).hasSize(1);
        return clinicMails(id).get(0);
    }

    private List<ReceivedMail> clinicMails(String id) {
        return stack.mail().mails().stream()
                .filter(mail -> mail.messageId().startsWith("<" + id + ".clinic@"))
                .toList();
    }

    private static List<String> headerNames(ReceivedMail mail) throws MessagingException {
        return Collections.list(mail.parsed().getAllHeaders()).stream()
                .map(Header::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Set<String> procedures() throws IOException {
        JsonNode library = Website.json(website.get("/api/procedures?lang=en"));
        return StreamSupport.stream(library.spliterator(), false)
                .map(procedure -> procedure.path("id").asString())
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> request(JsonNode inquiry, Set<String> procedures) {
        String procedure = inquiry.path("procedure_interest")
                .asString()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
        Map<String, Object> request = new HashMap<>();
        request.put("kind", inquiry.path("form").asString());
        request.put("procedure", procedures.contains(procedure) ? procedure : null);
        request.put("name", inquiry.path("name").asString());
        request.put("email", inquiry.path("email").asString());
        request.put("phone", inquiry.path("phone").asString());
        request.put("preferredLanguage", inquiry.path("preferred_language").asString());
        request.put("message", inquiry.path("message").asString());
        request.put("consentToEmail", true);
        return request;
    }

    private static String id(JsonNode inquiry) {
        return inquiry.path("id").asString();
    }
}
