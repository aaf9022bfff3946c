package org.foramen.notifier.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the console begins. */
@Controller
class FirstPage {

    @GetMapping("/")
    String show() {
        return "redirect:/mail";
    }
}
