package org.foramen.content.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a route may look at. */
enum Trait {
    /** The form that was filled in. */
    KIND {
        @Override
        String of(RoutedInquiry inquiry) {
            return inquiry.kind();
        }

        @Override
        Set<String> known(List<String> languages) {
            return new TreeSet<>(Set.of("contact", "considering-procedure"));
        }
    },
    /** The procedure that it is about; the library says which there are. */
    PROCEDURE {
        @Override
        String of(RoutedInquiry inquiry) {
            return inquiry.procedure() == null ? "" : inquiry.procedure();
        }

        @Override
        Set<String> known(List<String> languages) {
            return Set.of();
        }
    },
    /** The person's language: one of the clinic's, or {@code other}. */
    LANGUAGE {
        @Override
        String of(RoutedInquiry inquiry) {
            return inquiry.language();
        }

        @Override
        Set<String> known(List<String> languages) {
            Set<String> known = new TreeSet<>(languages);
            known.add(RoutedInquiry.OTHER_LANGUAGE);
            return known;
        }
    },
    /** {@code urgent} where the message has signs of an emergency, else {@code usual}. */
    URGENCY {
        @Override
        String of(RoutedInquiry inquiry) {
            return inquiry.urgent() ? "urgent" : "usual";
        }

        @Override
        Set<String> known(List<String> languages) {
            return new TreeSet<>(Set.of("urgent", "usual"));
        }
    };

    abstract String of(RoutedInquiry inquiry);

    /** The values that it may have; empty when they stand elsewhere. */
    abstract Set<String> known(List<String> languages);

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Trait named(String name) {
        return Arrays.stream(values())
                .filter(trait -> trait.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> Route.wrong("nothing is known about '%s'; a route may look at %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(Trait::wireName).collect(Collectors.joining(", ")))));
    }
}
