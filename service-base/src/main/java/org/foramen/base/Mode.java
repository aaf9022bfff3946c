package org.foramen.base;

import org.jspecify.annotations.Nullable;

/** Where a service runs: in production nothing that protects people is made up. */
public enum Mode {
    DEVELOPMENT,
    PRODUCTION;

    /**
     * Whether people may read only what a clinician has approved: in production, unless somebody says otherwise.
     *
     * @param set what {@code FORAMEN_LIBRARY_REQUIRE_APPROVAL} says; null where it says nothing
     */
    public boolean requiresApproval(@Nullable Boolean set) {
        return set == null ? this == PRODUCTION : set;
    }
}
