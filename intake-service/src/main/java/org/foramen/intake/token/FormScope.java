package org.foramen.intake.token;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one form that a token is good for.
 *
 * @param kind the kind of its inquiries, or {@code api} for programs
 * @param procedure the procedure it is about; empty when it leaves the choice
 */
public record FormScope(String kind, String procedure) {

    /** Inquiries of every kind, sent as JSON. */
    public static final FormScope API = new FormScope("api", "");

    public static FormScope of(@Nullable String kind, @Nullable String procedure) {
        return new FormScope(Objects.requireNonNullElse(kind, ""), Objects.requireNonNullElse(procedure, ""));
    }

    FormScope withAnyProcedure() {
        return new FormScope(kind, "");
    }

    byte[] bytes() {
        return (kind + '\n' + procedure).getBytes(StandardCharsets.UTF_8);
    }
}
