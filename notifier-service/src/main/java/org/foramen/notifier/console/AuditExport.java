package org.foramen.notifier.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foramen.notifier.ledger.AuditLog;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole audit as a table for a spreadsheet, newest first. */
@Controller
class AuditExport {

    private static final int AT_ONCE = 1_000;

    private final AuditLog audit;

    AuditExport(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping("/audit.csv")
    void write(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        PrintWriter out = response.getWriter();
        out.print("when,who,what,on\r\n");
        List<AuditLog.Entry> entries;
        int written = 0;
        do {
            entries = audit.newest(AT_ONCE, written);
            entries.forEach(entry -> out.print(String.join(
                            ",", entry.at().toString(), cell(entry.by()), cell(entry.action()), cell(entry.subject()))
                    + "\r\n"));
            written += entries.size();
        } while (entries.size() == AT_ONCE);
    }

    /** Quoted, and never a formula. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
