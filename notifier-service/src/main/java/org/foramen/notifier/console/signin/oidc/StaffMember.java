package org.foramen.notifier.console.signin.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foramen.notifier.console.signin.Role;
import org.foramen.notifier.settings.OidcSettings;
import org.jspecify.annotations.Nullable;

/**
 * Who the identity provider says somebody is, in our words.
 *
 * @param name stands in the audit
 * @param role the greatest that one of their groups gives
 */
record StaffMember(String name, Role role) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._@+' -]{0,63}");

    /** Empty when the claims give no role, or no name that can stand in the audit. */
    static Optional<StaffMember> of(Map<String, Object> claims, OidcSettings settings) {
        return role(claims, settings).flatMap(role -> name(claims, settings).map(name -> new StaffMember(name, role)));
    }

    private static Optional<String> name(Map<String, Object> claims, OidcSettings settings) {
        return Stream.of(settings.nameClaim(), "email", "sub")
                .map(claims::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> NAME.matcher(name).matches())
                .findFirst();
    }

    private static Optional<Role> role(Map<String, Object> claims, OidcSettings settings) {
        Set<String> groups = new TreeSet<>(texts(valueOf(claims, settings.rolesClaim())));
        return Stream.of(Role.OPERATOR, Role.DESK, Role.VIEWER)
                .filter(role -> groupsFor(role, settings).stream().anyMatch(groups::contains))
                .findFirst();
    }

    private static List<String> groupsFor(Role role, OidcSettings settings) {
        return switch (role) {
            case OPERATOR -> settings.operators();
            case DESK -> settings.desk();
            case VIEWER -> settings.viewers();
        };
    }

    /** A claim's own name may have dots in it, as {@code https://clinic.example/roles}; else they lead into it. */
    private static @Nullable Object valueOf(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        String[] steps = path.split("\\.", 2);
        return steps.length == 2 && claims.get(steps[0]) instanceof Map<?, ?> inner ? valueOf(inner, steps[1]) : null;
    }

    /** One text, a list of them, texts with spaces between them, or the names of an object's members: providers differ. */
    private static List<String> texts(@Nullable Object value) {
        if (value instanceof String text) {
            return Stream.concat(Stream.of(text), Arrays.stream(text.split("[\\s,]+")))
                    .toList();
        }
        Collection<?> values =
                value instanceof Collection<?> many ? many : value instanceof Map<?, ?> map ? map.keySet() : List.of();
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
