package org.foramen.benchmarks.intake.peers;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The usual Spring Boot endpoint in front of Kafka: checks the body, sends it as JSON and waits until Kafka has it. */
@EnableAutoConfiguration
@RestController
public class KafkaWebmvc {

    private final KafkaTemplate<String, String> kafka;
    private final JsonMapper json;

    KafkaWebmvc(KafkaTemplate<String, String> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(KafkaWebmvc.class, arguments);
    }

    @PostMapping("/api/inquiries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> accept(@Valid @RequestBody InquiryBody inquiry)
            throws ExecutionException, InterruptedException, TimeoutException {
        String id = UUID.randomUUID().toString();
        kafka.send("plain", id, json.writeValueAsString(inquiry)).get(3, TimeUnit.SECONDS);
        return Map.of("id", id);
    }
}
