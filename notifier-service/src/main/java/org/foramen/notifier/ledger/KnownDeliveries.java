package org.foramen.notifier.ledger;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which deliveries the ledger knows, in whatever state they are. */
@Component
public class KnownDeliveries {

    private final JdbcClient jdbc;

    public KnownDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those about these subjects. */
    public Set<DeliveryKey> of(Collection<? extends Subject> subjects) {
        if (subjects.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql(
                        """
                        select subject_kind, subject_id, audience, recipient_index from delivery
                        where (subject_kind, subject_id) in (:subjects)
                        """)
                .param(
                        "subjects",
                        subjects.stream()
                                .map(subject -> new Object[] {subject.kind().wireName(), subject.id()})
                                .toList())
                .query(LedgerRows.understood(LedgerRows::key))
                .stream()
                .collect(Collectors.toSet());
    }

    /** How many about inquiries stand in a range of a partition, to an audience's first inbox. */
    public long count(Audience audience, int partition, long from, long to) {
        return jdbc.sql(
                        """
                        select count(*) from delivery where subject_kind = 'inquiry' and audience = ?
                            and recipient_index = 1 and topic_partition = ? and topic_offset >= ? and topic_offset < ?
                        """)
                .params(audience.wireName(), partition, from, to)
                .query(Long.class)
                .single();
    }
}
