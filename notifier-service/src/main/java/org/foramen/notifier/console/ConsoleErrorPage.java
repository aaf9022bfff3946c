package org.foramen.notifier.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.foramen.notifier.console.view.ConsoleLayout;
import org.foramen.notifier.console.view.ConsoleWording;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** What a browser shows when there is no such page, when somebody may not see it, or when we made a mistake. */
@Component
class ConsoleErrorPage implements ErrorViewResolver {

    private final ConsoleLayout frame;
    private final ConsoleWording words;

    ConsoleErrorPage(ConsoleLayout frame, ConsoleWording words) {
        this.frame = frame;
        this.words = words;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Model around = new ExtendedModelMap();
        frame.around(request, around);
        return new ModelAndView("failed", around.asMap(), status)
                .addObject("trouble", words.say("failed." + trouble(status)));
    }

    private static String trouble(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN -> "forbidden";
            case SERVICE_UNAVAILABLE -> "unavailable";
            default -> status.is4xxClientError() ? "not-understood" : "ours";
        };
    }
}
