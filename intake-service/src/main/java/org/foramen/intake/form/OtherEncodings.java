package org.foramen.intake.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.foramen.intake.page.PageAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Refuses forms that are sent otherwise than forms are by default, such as a copy with {@code enctype="multipart/form-data"}:
 * all of their fields would be empty.
 */
@Controller
@RequestMapping({"", PageAddress.FRAMED})
class OtherEncodings {

    /** Reads to the end first: who is hung up on while sending may never see why. */
    @PostMapping(path = "/inquiries", consumes = "!" + MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void refuse(InputStream body) throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
        throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }
}
