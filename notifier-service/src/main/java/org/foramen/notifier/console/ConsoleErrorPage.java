package org.foramen.notifier.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.foramen.notifier.console.view.ConsoleLayout;
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

    ConsoleErrorPage(ConsoleLayout frame) {
        this.frame = frame;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Model around = new ExtendedModelMap();
        frame.around(request, around);
        return new ModelAndView("failed", around.asMap(), status).addObject("trouble", trouble(status));
    }

    private static String trouble(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is no such page, or no such inquiry.";
            case FORBIDDEN ->
                "Your role may not do that, or the page was open for too long. Nothing was changed; go back, load the page again, and press once more.";
            case SERVICE_UNAVAILABLE ->
                "Kafka or the database does not answer now. Nothing was changed; try again in a minute. The inquiries are in the clinic’s inbox.";
            default ->
                status.is4xxClientError()
                        ? "This request cannot be understood. Nothing was changed."
                        : "Something went wrong on our side; the log says what.";
        };
    }
}
