package org.foramen.notifier.cases.action;

import org.foramen.notifier.cases.CaseState;
import org.jspecify.annotations.Nullable;

/** What came of a wish to change a case. */
public sealed interface CaseChange {

    /** @param now the state in which it is */
    record Done(CaseState now) implements CaseChange {}

    /**
     * Somebody else was quicker, or the page was old; nothing was changed.
     *
     * @param by who changed it last; null when nobody did
     */
    record Meanwhile(@Nullable String by, CaseState now) implements CaseChange {}

    /** There is no such case, or it was erased. */
    record Unknown() implements CaseChange {}
}
