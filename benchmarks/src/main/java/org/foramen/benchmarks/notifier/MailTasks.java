package org.foramen.benchmarks.notifier;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mails that are owed as tasks of db-scheduler, in its one table. */
final class MailTasks implements AutoCloseable {

    private static final TaskDescriptor<Void> CLINIC = TaskDescriptor.of("clinic");
    private static final TaskDescriptor<Void> PATIENT = TaskDescriptor.of("patient");

    /** With the indexes that its documentation asks for; priorities are not used. */
    private static final String TABLE =
            """
            create table scheduled_tasks (
                task_name text not null,
                task_instance text not null,
                task_data bytea,
                execution_time timestamp with time zone not null,
                picked boolean not null,
                picked_by text,
                last_success timestamp with time zone,
                last_failure timestamp with time zone,
                consecutive_failures int,
                last_heartbeat timestamp with time zone,
                version bigint not null,
                priority smallint,
                primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private final HikariDataSource database = new HikariDataSource();
    private final SchedulerClient client;
    private int inquiries;

    private MailTasks(String address) {
        database.setJdbcUrl(address);
        database.setMaximumPoolSize(1);
        client = SchedulerClient.Builder.create(database).build();
    }

    static MailTasks in(String address) throws SQLException {
        MailTasks tasks = new MailTasks(address);
        try (Connection connection = tasks.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        return tasks;
    }

    /** Both mails of so many inquiries are due at once. */
    void put(int count) {
        int first = inquiries;
        inquiries += count;
        Stream<TaskInstance<?>> mails = IntStream.range(first, inquiries)
                .mapToObj(String::valueOf)
                .flatMap(inquiry -> Stream.of(CLINIC, PATIENT)
                        .map(audience -> audience.instance(inquiry).build()));
        client.scheduleBatch(mails, Instant.now());
    }

    @Override
    public void close() {
        database.close();
    }
}
