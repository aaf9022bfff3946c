package org.foramen.content.file;

import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.NullValueProvider;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.util.AccessPattern;
import tools.jackson.databind.util.ClassUtil;

/** A part of a record that is {@link Nullable} may be left out or empty; that another is, is noted. */
final class RequiredParts extends ValueDeserializerModifier {

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription.Supplier type, BeanDeserializerBuilder builder) {
        SettableBeanProperty[] parts = builder.getValueInstantiator().getFromObjectArguments(config);
        for (int index = 0; parts != null && index < parts.length; index++) {
            if (!mayBeLeftOut(parts[index])) {
                parts[index] = parts[index].withNullProvider(new Gap(parts[index]));
                builder.addOrReplaceProperty(parts[index], true);
            }
        }
        return builder;
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> reading) {
        return reading instanceof BeanDeserializerBase made && isParsed(made.getValueInstantiator())
                ? new Parsed(reading)
                : reading;
    }

    private static boolean isParsed(ValueInstantiator made) {
        return made.canCreateUsingDelegate() || made.canCreateUsingArrayDelegate();
    }

    private static boolean mayBeLeftOut(SettableBeanProperty part) {
        return part.getMember() instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Executable maker
                && maker.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }

    /** Stands for a part that is not there. */
    private record Gap(SettableBeanProperty part) implements NullValueProvider {

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            boolean empty = context.getParser().currentToken() == JsonToken.VALUE_NULL;
            return empty ? getAbsentValue(context) : nothing(); // else it is there, and it was said what is wrong
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            WrongEntries.of(context).noteMissing(part.getName(), context.getParser());
            return nothing();
        }

        @Override
        public AccessPattern getNullAccessPattern() {
            return AccessPattern.DYNAMIC;
        }

        private @Nullable Object nothing() {
            Class<?> type = part.getType().getRawClass();
            return type.isPrimitive() ? ClassUtil.defaultValue(type) : null;
        }
    }
}
