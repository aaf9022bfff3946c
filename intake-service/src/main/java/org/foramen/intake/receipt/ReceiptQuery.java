package org.foramen.intake.receipt;

import org.jspecify.annotations.Nullable;

/** The query of a receipt's address, as a browser sent it. */
record ReceiptQuery(
        @Nullable String guidance,
        @Nullable String by,
        @Nullable String mail,
        @Nullable String about,
        @Nullable String at) {}
