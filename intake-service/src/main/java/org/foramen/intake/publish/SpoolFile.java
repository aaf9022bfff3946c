package org.foramen.intake.publish;

import java.io.IOException;
import org.foramen.contract.SealedInquiry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The form of a file in the spool: a sealed inquiry as JSON. */
final class SpoolFile {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SpoolFile() {}

    static byte[] write(SealedInquiry inquiry) {
        return MAPPER.writeValueAsBytes(inquiry);
    }

    /** @throws IOException when the file is not one of ours; the disk or a person changed it */
    static SealedInquiry read(byte[] content) throws IOException {
        try {
            return MAPPER.readValue(content, SealedInquiry.class);
        } catch (JacksonException e) {
            throw new IOException("not a spooled inquiry");
        }
    }
}
