package org.foramen.intake.guard;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A body grew past the limit while it was read. */
@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
public class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("the body is larger than the limit");
    }
}
