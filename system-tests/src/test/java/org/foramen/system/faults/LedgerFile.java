package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foramen.system.stack.Stack;

/** The ledger's file while no notifier has it open. */
final class LedgerFile {

    private LedgerFile() {}

    /** The states of all deliveries, by {@code inquiry/audience}; read from a copy. */
    static Map<String, String> states(Stack stack) throws IOException, SQLException {
        Map<String, String> states = new HashMap<>();
        try (Connection connection = copy(stack);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select case subject_kind when 'inquiry' then subject_id else subject_kind || '-' || subject_id end,
                            audience, state
                        from delivery where recipient_index = 1
                        """)) {
            while (rows.next()) {
                states.put(rows.getString(1) + "/" + rows.getString(2), rows.getString(3));
            }
        }
        return states;
    }

    /** The inquiries that have a case, with its state; read from a copy. */
    static Map<String, String> cases(Stack stack) throws IOException, SQLException {
        try (Connection connection = copy(stack)) {
            return cases(connection);
        }
    }

    /** The same, of a ledger that is open. */
    static Map<String, String> cases(Connection ledger) throws SQLException {
        Map<String, String> cases = new HashMap<>();
        try (Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery("select inquiry_id, state from inquiry_case")) {
            while (rows.next()) {
                cases.put(rows.getString(1), rows.getString(2));
            }
        }
        return cases;
    }

    /** A copy of it, to look into. */
    static Connection copy(Stack stack) throws IOException, SQLException {
        Path copy = Files.createTempDirectory(stack.folder(), "ledger-").resolve("ledger");
        Path ledger = stack.data().resolve("ledger.mv.db");
        assertThat(ledger).as("what holds all that was noted").exists();
        Files.copy(ledger, Path.of(copy + ".mv.db"));
        return DriverManager.getConnection("jdbc:h2:file:" + copy + ";MODE=PostgreSQL");
    }

    /** Takes the case of an inquiry out of the ledger of a notifier that does not run, and counts it. */
    static int forgetCase(String inquiry, Stack stack) throws SQLException {
        return delete("delete from inquiry_case where inquiry_id = ?", inquiry, stack);
    }

    /** Makes a ledger of it that has kept consents only since now, and has none of this inquiry. */
    static int forgetConsent(String inquiry, Stack stack) throws SQLException {
        return delete("update consent_since set noted_since = current_timestamp where '' <> ?", inquiry, stack)
                * delete("delete from consent where inquiry_id = ?", inquiry, stack);
    }

    /** Who agreed to e-mail; read from a copy. */
    static List<String> consents(Stack stack) throws IOException, SQLException {
        try (Connection connection = copy(stack);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select inquiry_id from consent")) {
            List<String> inquiries = new ArrayList<>();
            while (rows.next()) {
                inquiries.add(rows.getString(1));
            }
            return inquiries;
        }
    }

    /** Takes the deliveries of an inquiry out of the ledger of a notifier that does not run, and counts them. */
    static int forget(String inquiry, Stack stack) throws SQLException {
        return delete("delete from delivery where subject_kind = 'inquiry' and subject_id = ?", inquiry, stack);
    }

    /** Notes so many mails as sent, in a ledger of the last release that no notifier has open, and has the disk keep it. */
    static void noteAsTheLastRelease(int mails, Stack stack) throws IOException, SQLException {
        try (Connection connection = open(stack);
                PreparedStatement row = connection.prepareStatement(
                        """
                        insert into delivery (inquiry_id, audience, state, attempts, unknowns, message_id, topic_partition,
                            topic_offset, owed_since)
                        select lpad(x, 26, '0'), 'clinic', 'sent', 1, 0, 'm' || x, 0, x, current_timestamp
                        from system_range(1, ?)
                        """)) {
            row.setInt(1, mails);
            row.executeUpdate();
        }
        try (FileChannel file = FileChannel.open(stack.data().resolve("ledger.mv.db"), StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private static Connection open(Stack stack) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + stack.data().resolve("ledger") + ";MODE=PostgreSQL");
    }

    private static int delete(String rows, String inquiry, Stack stack) throws SQLException {
        try (Connection connection = open(stack);
                PreparedStatement statement = connection.prepareStatement(rows)) {
            statement.setString(1, inquiry);
            return statement.executeUpdate();
        }
    }
}
