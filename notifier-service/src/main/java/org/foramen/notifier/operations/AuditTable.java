package org.foramen.notifier.operations;

import java.io.IOException;
import java.util.List;
import org.foramen.notifier.ledger.AuditLog;
import org.springframework.stereotype.Component;

/** The whole audit as a table for a spreadsheet (CSV, RFC 4180), newest first. */
@Component
public class AuditTable {

    private static final int AT_ONCE = 1_000;

    private final AuditLog audit;

    AuditTable(AuditLog audit) {
        this.audit = audit;
    }

    /** Writes it and counts its entries. */
    public int write(Appendable out) throws IOException {
        out.append("when,who,what,on\r\n");
        List<AuditLog.Entry> entries;
        int written = 0;
        do {
            entries = audit.newest(AT_ONCE, written);
            for (AuditLog.Entry entry : entries) {
                out.append(String.join(
                                ",",
                                entry.at().toString(),
                                cell(entry.by()),
                                cell(entry.action()),
                                cell(entry.subject())))
                        .append("\r\n");
            }
            written += entries.size();
        } while (entries.size() == AT_ONCE);
        return written;
    }

    /** Quoted, and never a formula. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
