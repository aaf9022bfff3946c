package org.foramen.notifier.console.press;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a press is answered.
 *
 * @param done false where nothing came of it, which must not look like a success
 */
public record PressAnswer(boolean done, String sentence) {

    /** Leads to a page of the console, which shows the answer once. */
    public String on(String page, RedirectAttributes after) {
        after.addFlashAttribute(done ? "told" : "warned", sentence);
        return "redirect:" + page;
    }
}
