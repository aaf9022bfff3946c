package org.foramen.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One of a few, such as {@code NOT_OURS}, that has a name of its own in JSON, forms, ledger and metrics: {@code not-ours}. */
public interface WireName {

    String name();

    @JsonValue
    default String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when none of them has this name */
    static <E extends Enum<E> & WireName> E read(Class<E> few, String wireName) {
        return Enum.valueOf(few, wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
