package org.foramen.notifier.console;

import org.foramen.notifier.console.view.Page;
import org.foramen.notifier.ledger.AuditLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what. */
@Controller
class AuditPage {

    private final AuditLog audit;

    AuditPage(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    String show(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("sheet", Page.of(page, audit::newest));
        return "audit";
    }
}
