package org.foramen.intake.publish;

import java.io.IOException;
import java.util.Objects;
import org.foramen.contract.sealing.SealedInquiry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The form of a file in the spool: a sealed inquiry as JSON. */
final class SpoolFile {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SpoolFile() {}

    static byte[] write(SealedInquiry inquiry) {
        return MAPPER.writeValueAsBytes(inquiry);
    }

    static SealedInquiry read(byte[] content) throws Unreadable {
        try {
            @Nullable SealedInquiry inquiry = MAPPER.readValue(content, SealedInquiry.class);
            if (inquiry == null || !isWhole(inquiry)) {
                throw new Unreadable();
            }
            return inquiry;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Unreadable();
        }
    }

    /** JSON may leave out what the record's type promises. */
    private static boolean isWhole(SealedInquiry inquiry) {
        return inquiry.id() != null
                && inquiry.headers() != null
                && inquiry.value() != null
                && inquiry.headers().values().stream().allMatch(Objects::nonNull);
    }

    /** The file is not as it was written: the disk or a person changed it. */
    static final class Unreadable extends IOException {

        Unreadable() {
            super("not a spooled inquiry");
        }
    }
}
