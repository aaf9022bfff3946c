package org.foramen.notifier.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds rows of the ledger for people to look at. */
@Component
public class DeliverySearch {

    private final JdbcClient jdbc;

    DeliverySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest deliveries that are wanted.
     *
     * @param most no more than so many
     * @param skipped so many newer ones are left out
     */
    public List<Delivery> newest(Wanted wanted, int most, int skipped) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        if (wanted.state() != null) {
            conditions.add("state = ?");
            values.add(wanted.state().wireName());
        }
        if (wanted.audience() != null) {
            conditions.add("audience = ?");
            values.add(wanted.audience().wireName());
        }
        if (!wanted.name().isBlank()) {
            Subject named = Subject.named(wanted.name().strip().toLowerCase(Locale.ROOT))
                    .orElse(null);
            conditions.add("subject_kind = ? and subject_id like ?");
            values.add((named == null ? SubjectKind.INQUIRY : named.kind()).wireName());
            values.add(named == null ? idBeginning(wanted.name()) + "%" : named.id());
        }
        values.add(most);
        values.add(skipped);
        return jdbc.sql(
                        "select * from delivery where " + String.join(" and ", conditions)
                                + " order by owed_since desc, subject_kind, subject_id, audience, recipient_index limit ? offset ?")
                .params(values)
                .query(LedgerRows.understood(LedgerRows::delivery));
    }

    /** All that is owed about one subject. */
    public List<Delivery> about(Subject subject) {
        return jdbc.sql(
                        """
                        select * from delivery where subject_kind = ? and subject_id = ?
                        order by owed_since, audience, recipient_index
                        """)
                .params(subject.kind().wireName(), subject.id())
                .query(LedgerRows.understood(LedgerRows::delivery));
    }

    /** Ids hold no O, I or L, so that these may be taken for what they look like when they are read out on the phone. */
    private static String idBeginning(String name) {
        String id = name.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replaceAll("[IL]", "1")
                .replaceAll("[^0-9A-Z]", "");
        return id.isEmpty() ? "-" : id;
    }

    /**
     * What is looked for.
     *
     * @param state null means any
     * @param audience null means any
     * @param name the beginning of an id, a reference such as {@code K7F3-92QX}, or a notice's whole name; blank means any
     */
    public record Wanted(@Nullable State state, @Nullable Audience audience, String name) {}
}
