package org.foramen.base.screening;

import java.util.List;
import org.foramen.contract.Level;

/**
 * One emergency and the signs that raise it together; a sign may be {@code one|or another}.
 * @param source who says that these signs call for help so soon
 */
record RedFlagRule(String id, String what, Level level, List<String> when, String source) {

    RedFlagRule {
        when = List.copyOf(when);
    }
}
