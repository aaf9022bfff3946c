package org.foramen.content.file;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads what a method makes of a text or of entries; what that method refuses is noted, and the reading goes on after it. */
final class Parsed extends DelegatingDeserializer {

    Parsed(ValueDeserializer<?> reading) {
        super(reading);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reading) {
        return new Parsed(reading);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        String name = String.valueOf(parser.currentName());
        try {
            return super.deserialize(parser, context);
        } catch (JacksonException e) {
            WrongEntries wrong = WrongEntries.of(context);
            if (e.getCause() instanceof InvalidEntry entry) {
                wrong.note(entry, name, parser);
            } else if (!wrong.leftOut() || !(e.getCause() instanceof NullPointerException)) {
                throw e;
            }
            return null;
        }
    }
}
