package org.foramen.content.file;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** A part of a record that is {@link Nullable} may be left out or empty; no other may. */
final class LeftOut extends JacksonAnnotationIntrospector {

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isPart(member) && !mayBeLeftOut(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return isPart(member)
                ? JsonSetter.Value.forValueNulls(mayBeLeftOut(member) ? Nulls.SET : Nulls.FAIL)
                : super.findSetterInfo(config, member);
    }

    private static boolean isPart(Annotated member) {
        return member instanceof AnnotatedParameter;
    }

    private static boolean mayBeLeftOut(Annotated member) {
        return member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Executable maker
                && maker.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
