package org.foramen.notifier.ledger.database;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** A newer notifier changed the ledger's tables already: this one would not understand them, so it does not start. */
final class NewerLedger extends RuntimeException {

    private NewerLedger(String found, String known) {
        super("The ledger was changed by a newer version of the notifier: it is at " + found
                + ", this notifier knows it up to " + known + ".");
    }

    /** @throws NewerLedger when there are changes that this version does not know */
    static void refuse(MigrationInfoService tables) {
        boolean newer = Arrays.stream(tables.all()).map(MigrationInfo::getState).anyMatch(NewerLedger::isUnknown);
        if (newer) {
            throw new NewerLedger(requireNonNull(tables.current()).getVersion().toString(), known(tables));
        }
    }

    private static boolean isUnknown(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    private static String known(MigrationInfoService tables) {
        return Arrays.stream(tables.all())
                .filter(one -> !isUnknown(one.getState()))
                .map(one -> one.getVersion().toString())
                .reduce("nothing", (before, last) -> last);
    }
}
