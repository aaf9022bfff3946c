package org.foramen.intake.validation;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What people type into a field, and whether it is taken: the server is asked, and the page may not be stricter. */
public final class FieldExamples {

    private FieldExamples() {}

    /** Field, what is typed, whether the server takes it. */
    public static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of("email", "ana@example.com", true),
                Arguments.of("email", " ana@example.com\u00a0", true),
                Arguments.of("email", "ana@example.com\u200b", true),
                Arguments.of("email", "\u2069ana@example.com\ufeff", true),
                Arguments.of("email", "ana＠example.com", true),
                Arguments.of("email", "ana@bücher.example", true),
                Arguments.of("email", "ana@xn--strae-oqa.example", true),
                Arguments.of("email", "ana@straße.example", false),
                Arguments.of("email", "ana@βόλος.example", false),
                Arguments.of("email", "josé@example.com", false),
                Arguments.of("email", "o'neill+x@sub.example.co.uk", true),
                Arguments.of("email", "ana@", false),
                Arguments.of("email", "ana@example", false),
                Arguments.of("email", "ana example.com", false),
                Arguments.of("phone", "310-423-9716", true),
                Arguments.of("phone", "(310) 423 9716", true),
                Arguments.of("phone", "1-800-SPINE-MD", true),
                Arguments.of("phone", "310-555-0112 x12", true),
                Arguments.of("phone", "310-555-0112 ext. 12", true),
                Arguments.of("phone", "+310 423 9716", true),
                Arguments.of("phone", "+52 55 5080 2000", true),
                Arguments.of("phone", "0052 55 5080 2000", true),
                Arguments.of("phone", "+52 1 55 5080 2000", true),
                Arguments.of("phone", "\u202a310.423.9716\u202c", true),
                Arguments.of("phone", "٣١٠٤٢٣٩٧١٦", true),
                Arguments.of("phone", "５５５０１１２", false),
                Arguments.of("phone", "555-0112", false),
                Arguments.of("phone", "soon", false),
                Arguments.of("phone", "310\t423\t9716", true),
                Arguments.of("name", "A", true),
                Arguments.of("name", "Ana\tRuiz", true),
                Arguments.of("name", "\u0301", false),
                Arguments.of("name", "김민수", true),
                Arguments.of("name", "\u200bAna\u2060", true),
                Arguments.of("name", "👩‍⚕️", true),
                Arguments.of("name", "\u3164", false),
                Arguments.of("name", "\u200b\u2060", false),
                Arguments.of("name", "\u034f", false));
    }
}
