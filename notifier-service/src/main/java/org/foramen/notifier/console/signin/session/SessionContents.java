package org.foramen.notifier.console.signin.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foramen.notifier.console.signin.SignedIn;
import org.foramen.notifier.console.signin.WayIn;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a session holds as JSON of named records, so that no row can make an object of another kind. Whoever signed in is
 * looked at again each time they are read: a user who was taken out of the file is out.
 */
@Component
class SessionContents {

    private final List<WayIn> ways;
    private final Duration longest;
    private final JsonMapper json = JsonMapper.builder().build();

    SessionContents(List<WayIn> ways, NotifierSettings settings) {
        this.ways = ways;
        this.longest = settings.console().signedInFor();
    }

    ConversionService conversions() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, this::write);
        conversions.addConverter(byte[].class, Object.class, this::read);
        return conversions;
    }

    byte[] write(Object content) {
        return json.writeValueAsBytes(kept(content));
    }

    /** What cannot be read, as after a change of the program, is nobody. */
    Object read(byte[] content) {
        try {
            return json.readValue(content, KeptInSession.class).restored(this::context);
        } catch (JacksonException e) {
            return new SecurityContextImpl();
        }
    }

    private KeptInSession kept(Object content) {
        if (content instanceof SecurityContext context) {
            return KeptInSession.Person.of(user(context.getAuthentication())
                    .orElseThrow(() -> new IllegalArgumentException("nobody's sign-in is kept")));
        }
        if (content instanceof List<?> flashes) {
            return KeptInSession.Sentences.of(flashes);
        }
        throw new IllegalArgumentException(
                "a session keeps no " + content.getClass().getName());
    }

    private Optional<SignedIn> user(@Nullable Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        return authentication instanceof SignedIn user
                ? Optional.of(user)
                : ways.stream()
                        .flatMap(way -> way.arrived(authentication).stream())
                        .findFirst();
    }

    private SecurityContext context(SignedIn user) {
        boolean good = Instant.now().isBefore(user.since().plus(longest))
                && ways.stream().anyMatch(way -> way.stillStands(user));
        return good ? new SecurityContextImpl(user) : new SecurityContextImpl();
    }
}
