package org.foramen.notifier.ledger;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Which deliveries the ledger knows, in whatever state they are. */
@Component
public class KnownDeliveries {

    /** A join, for H2 reads all rows for a list of pairs. */
    static final String ABOUT =
            """
            select subject_kind, subject_id, audience, recipient_index
            from unnest(:kinds, :ids) as wanted (kind, id)
                join delivery on subject_kind = wanted.kind and subject_id = wanted.id
            """;

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
                .sql(ABOUT)
                .param("kinds", array(subjects, subject -> subject.kind().wireName()))
                .param("ids", array(subjects, Subject::id))
                .query(LedgerRows.understood(LedgerRows::key))
                .stream()
                .collect(Collectors.toSet());
    }

    private static SqlArrayValue array(Collection<? extends Subject> subjects, Function<Subject, String> part) {
        return new SqlArrayValue("varchar", subjects.stream().map(part).toArray());
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
