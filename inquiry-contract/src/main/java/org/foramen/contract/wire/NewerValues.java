package org.foramen.contract.wire;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.Region;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * A choice that a newer intake offers and this version does not know is no reason to lose an inquiry: the least that is
 * certain stands for it, and the log tells which kind of choice it was. What nobody needs is left out.
 */
final class NewerValues extends DeserializationProblemHandler {

    private static final Logger log = System.getLogger(InquiryJson.class.getName());

    /** Whoever wants to be reached in another way can be called. */
    private static final Map<Class<?>, Object> CERTAIN = Map.of(
            Region.class,
            Region.UNSPECIFIED,
            InquiryKind.class,
            InquiryKind.CONTACT,
            ContactChannel.class,
            ContactChannel.PHONE);

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> wanted, String value, String failure) {
        if (!wanted.isEnum()) {
            return NOT_HANDLED;
        }
        log.log(
                Level.WARNING,
                "An inquiry has a {0} that this version does not know: update it",
                wanted.getSimpleName());
        return CERTAIN.get(wanted);
    }
}
