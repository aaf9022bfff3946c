package org.foramen.notifier.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Asks for name and password or for a passkey, or leads to the identity provider. */
@Controller
class SignInPage {

    private final boolean passwords;
    private final boolean passkeys;
    private final boolean provider;

    SignInPage(NotifierSettings settings) {
        this.passwords = settings.console().passwords();
        this.passkeys = settings.console().passkeys();
        this.provider = settings.console().oidc().isSet();
    }

    @GetMapping(ReturnTo.SIGN_IN)
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("to", ReturnTo.page(request))
                .addAttribute("passwords", passwords)
                .addAttribute("passkeys", passkeys)
                .addAttribute("provider", provider);
        return "sign-in";
    }

    /** Where the identity provider sends whoever signed out there. */
    @GetMapping(ReturnTo.SIGNED_OUT)
    String signedOut() {
        return "redirect:" + ReturnTo.SIGN_IN + "?out";
    }
}
