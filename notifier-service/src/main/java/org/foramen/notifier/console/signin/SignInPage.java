package org.foramen.notifier.console.signin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Asks for name and password. */
@Controller
class SignInPage {

    @GetMapping(ConsoleSecurity.SIGN_IN)
    String show() {
        return "sign-in";
    }
}
