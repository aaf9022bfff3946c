package org.foramen.notifier.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.kafka.common.errors.TimeoutException;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Kafka does not answer: whoever asks is told so. */
@ControllerAdvice(basePackageClasses = KafkaTrouble.class)
class KafkaTrouble {

    @ExceptionHandler({KafkaAway.class, TimeoutException.class})
    void on(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
