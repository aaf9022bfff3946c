package org.foramen.notifier.console.view;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.console.signin.Role;
import org.foramen.notifier.console.signin.SignedIn;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the console has around it: the clinic, who is signed in, and where they are. */
@ControllerAdvice(basePackages = "org.foramen.notifier.console")
@Component
public class ConsoleLayout {

    private final String clinic;
    private final ClinicTime time;
    private final ConsoleWording words;
    private final AuditWords audit;
    private final SubjectWords subjects;
    private final boolean passkeys;

    ConsoleLayout(
            ClinicContent content,
            ClinicTime time,
            ConsoleWording words,
            AuditWords audit,
            SubjectWords subjects,
            NotifierSettings settings) {
        this.clinic = content.clinic().name();
        this.time = time;
        this.words = words;
        this.audit = audit;
        this.subjects = subjects;
        this.passkeys = settings.console().passkeys();
    }

    @ModelAttribute
    public void around(HttpServletRequest request, Model model) {
        Principal user = request.getUserPrincipal();
        model.addAttribute("clinic", clinic)
                .addAttribute("time", time)
                .addAttribute("words", words)
                .addAttribute("audit", audit)
                .addAttribute("subjects", subjects)
                .addAttribute("user", user == null ? null : user.getName())
                .addAttribute("role", role(request))
                .addAttribute("ownPasskeys", passkeys && user instanceof SignedIn known && known.isOfFile())
                .addAttribute("desk", request.isUserInRole(Role.DESK.name()))
                .addAttribute("operator", request.isUserInRole(Role.OPERATOR.name()))
                .addAttribute("here", here(request))
                .addAttribute("tab", tab(request.getRequestURI()));
    }

    /** The page that is asked for, with what is asked of it. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The greatest of the user's roles, for each has the rights of those before. */
    private static @Nullable String role(HttpServletRequest request) {
        String title = null;
        for (Role role : Role.values()) {
            if (request.isUserInRole(role.name())) {
                title = role.title();
            }
        }
        return title;
    }

    /** The page of the four that a path belongs to. */
    private static String tab(String path) {
        String first = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
        return switch (first) {
            case "people", "" -> "/";
            case "mail", "inquiries", "act" -> "/mail";
            case "library", "routing" -> "/library";
            default -> "/" + first;
        };
    }
}
