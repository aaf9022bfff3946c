package org.foramen.contract.name;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of a few, such as {@code NOT_OURS}, that has a name of its own in JSON, forms, ledger and metrics: {@code not-ours}. */
public interface WireName {

    String name();

    @JsonValue
    default String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of exactly this name; empty when none has it. */
    static <T extends WireName> Optional<T> find(T[] few, @Nullable String wireName) {
        return Stream.of(few).filter(one -> one.wireName().equals(wireName)).findFirst();
    }

    /** @throws IllegalArgumentException when none of them has this name */
    static <E extends Enum<E> & WireName> E read(Class<E> few, String wireName) {
        return Enum.valueOf(few, wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
