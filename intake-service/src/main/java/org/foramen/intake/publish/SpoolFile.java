package org.foramen.intake.publish;

import java.io.IOException;
import org.foramen.contract.sealing.SealedInquiry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The form of a file in the spool: a sealed inquiry as JSON. */
final class SpoolFile {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SpoolFile() {}

    static byte[] write(SealedInquiry inquiry) {
        return MAPPER.writeValueAsBytes(inquiry);
    }

    static SealedInquiry read(byte[] content) throws Spoilt {
        try {
            return MAPPER.readValue(content, SealedInquiry.class);
        } catch (JacksonException e) {
            throw new Spoilt();
        }
    }

    /** The file is not as it was written: the disk or a person changed it. */
    static final class Spoilt extends IOException {

        Spoilt() {
            super("not a spooled inquiry");
        }
    }
}
