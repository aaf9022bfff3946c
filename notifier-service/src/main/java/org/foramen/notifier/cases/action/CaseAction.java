package org.foramen.notifier.cases.action;

import java.util.EnumSet;
import java.util.Set;
import org.foramen.contract.name.WireName;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.outcome.OutcomeKind;
import org.jspecify.annotations.Nullable;

/** What may be done, from which states, and where it leads. */
enum CaseAction implements WireName {
    TAKEN(CaseState.TAKEN, false, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED)),
    REACHED(CaseState.REACHED, true, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED)),
    NO_ANSWER(CaseState.TRIED, false, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED)),
    LEFT_WORD(CaseState.TRIED, true, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED)),
    CLOSED(CaseState.CLOSED, false, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED, CaseState.REACHED)),
    REOPENED(CaseState.NEW, false, EnumSet.complementOf(EnumSet.of(CaseState.NEW)));

    final CaseState to;
    final boolean answers;
    final Set<CaseState> from;

    CaseAction(CaseState to, boolean answers, Set<CaseState> from) {
        this.to = to;
        this.answers = answers;
        this.from = from;
    }

    /** Whether whoever does it knows by that that a person asked, and no robot. */
    boolean knowsAPerson() {
        return this != CLOSED && this != REOPENED;
    }

    /** What others are told; null where it is nobody else's business. */
    @Nullable OutcomeKind outcome() {
        return switch (this) {
            case REACHED -> OutcomeKind.REACHED;
            case CLOSED -> OutcomeKind.CLOSED;
            case REOPENED -> OutcomeKind.REOPENED;
            case TAKEN, NO_ANSWER, LEFT_WORD -> null;
        };
    }
}
