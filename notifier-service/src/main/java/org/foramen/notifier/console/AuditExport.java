package org.foramen.notifier.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.foramen.notifier.operations.AuditTable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole audit as a file to save; the command {@code export-audit} writes the same. */
@Controller
class AuditExport {

    private final AuditTable table;

    AuditExport(AuditTable table) {
        this.table = table;
    }

    @GetMapping("/audit.csv")
    void write(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        table.write(response.getWriter());
    }
}
