package org.foramen.notifier.console.view;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.console.signin.Role;
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

    ConsoleLayout(ClinicContent content, ClinicTime time, ConsoleWording words) {
        this.clinic = content.clinic().name();
        this.time = time;
        this.words = words;
    }

    @ModelAttribute
    public void around(HttpServletRequest request, Model model) {
        Principal user = request.getUserPrincipal();
        model.addAttribute("clinic", clinic)
                .addAttribute("time", time)
                .addAttribute("words", words)
                .addAttribute("user", user == null ? null : user.getName())
                .addAttribute("role", role(request))
                .addAttribute("operator", request.isUserInRole(Role.OPERATOR.name()))
                .addAttribute("path", request.getRequestURI());
    }

    private static @Nullable String role(HttpServletRequest request) {
        for (Role role : Role.values()) {
            if (request.isUserInRole(role.name())) {
                return role.word();
            }
        }
        return null;
    }
}
