package org.foramen.notifier.smtp.signin;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long an endpoint asks to be left alone; RFC 9110, 10.2.3. */
final class PauseAsked {

    private PauseAsked() {}

    /**
     * From seconds or a date; a date counts from the answer's own, for the endpoint's clock need not be ours.
     *
     * @return zero, which leaves us our own pause, where nothing is asked that can be read, or a time that is past
     */
    static Duration of(HTTPResponse answer, Instant now) {
        String asked = answer.getHeaderValue("Retry-After");
        if (asked == null) {
            return Duration.ZERO;
        }
        if (asked.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(asked.strip()));
        }
        Instant until = date(asked, now);
        Instant from = date(answer.getHeaderValue("Date"), now);
        return until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
    }

    private static Instant date(@Nullable String header, Instant otherwise) {
        try {
            return header == null
                    ? otherwise
                    : DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip(), Instant::from);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
