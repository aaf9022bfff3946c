package org.foramen.notifier.sending;

import javax.sql.DataSource;
import org.foramen.notifier.ledger.Ledgers;

class H2RepeatedFormsTests extends RepeatedFormsTests {

    @Override
    DataSource database() {
        return Ledgers.database("forms");
    }
}
