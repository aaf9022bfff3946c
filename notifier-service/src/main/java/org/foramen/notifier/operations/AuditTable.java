package org.foramen.notifier.operations;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.foramen.notifier.ledger.AuditLog;
import org.springframework.stereotype.Component;

/** The whole audit as a table for a spreadsheet (CSV, RFC 4180), newest first. */
@Component
public class AuditTable {

    private static final int AT_ONCE = 1_000;

    /** The start of a cell, also as a program with other separators finds it, where no letter or digit stands. */
    private static final Pattern NO_WORD = Pattern.compile("(^|;)(?=[^\\p{L}\\p{N}])");

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

    /** Quoted, on one line, and never a formula: what begins with a sign, or may be read so after a semicolon, begins with an apostrophe. */
    static String cell(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return "\"" + NO_WORD.matcher(line).replaceAll("$1'").replace("\"", "\"\"") + "\"";
    }
}
