package org.foramen.notifier.console.view;

import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.message.desk.DeskWords;
import org.springframework.stereotype.Component;

/** Says in the clinic's words what was done, which the audit keeps in codes. */
@Component
public final class AuditWords {

    private static final String RESEND = "resend ";
    private static final String CASE = "case ";

    /** What people and programs do beside the mails and the board, as the audit keeps it, with dashes for spaces. */
    private static final List<String> DONE = List.of(
            """
            release erase hold lift-hold passkey-added passkey-removed passkey-code delayed complaint
            replay open export-fhir webhook-disabled webhook-replay"""
                    .split("\\s+"));

    private final DeskWords words;

    /** @throws IllegalArgumentException when the wording lacks a text that the audit needs */
    public AuditWords(ClinicContent content) {
        this.words = new DeskWords(content);
        List.of(Dismissal.values()).forEach(this::dismissal);
        DONE.forEach(this::action);
        did("resend");
        did("dismiss");
    }

    /** What was done, as the audit names it; as the ledger has it where the wording has no word for it. */
    public String action(String action) {
        if (action.startsWith(RESEND)) {
            return words.say("console.did.resend", Map.of("to", action.substring(RESEND.length())));
        }
        if (action.startsWith(CASE)) {
            return words.say("board.did." + action.substring(CASE.length()));
        }
        String name = action.replace(' ', '-');
        return Dismissal.of(action)
                .map(reason -> words.say("console.did.dismiss", Map.of("why", dismissal(reason))))
                .orElseGet(() -> DONE.contains(name) ? did(name) : action);
    }

    private String did(String name) {
        return words.say("console.did." + name);
    }

    public String dismissal(Dismissal reason) {
        return words.say("console.dismissal", reason);
    }
}
