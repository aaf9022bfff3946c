package org.foramen.notifier.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.kafka.common.errors.TimeoutException;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Kafka or the database does not answer: whoever asks is told so. */
@ControllerAdvice(basePackageClasses = StoreTrouble.class)
class StoreTrouble {

    @ExceptionHandler({
        KafkaAway.class,
        TimeoutException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class,
        UncategorizedSQLException.class, // as of one that can only be read
        TransactionException.class
    })
    void on(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
