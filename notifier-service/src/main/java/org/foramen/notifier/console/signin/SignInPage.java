package org.foramen.notifier.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Asks for name and password. */
@Controller
class SignInPage {

    @GetMapping(ConsoleSecurity.SIGN_IN)
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("to", ReturnTo.page(request));
        return "sign-in";
    }
}
