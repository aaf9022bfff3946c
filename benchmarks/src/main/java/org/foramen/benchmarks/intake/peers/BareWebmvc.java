package org.foramen.benchmarks.intake.peers;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot endpoint that checks the body, answers and does nothing with it. */
@EnableAutoConfiguration
@RestController
public class BareWebmvc {

    public static void main(String[] arguments) {
        SpringApplication.run(BareWebmvc.class, arguments);
    }

    @PostMapping("/api/inquiries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> accept(@Valid @RequestBody InquiryBody inquiry) {
        return Map.of("id", UUID.randomUUID().toString());
    }
}
