package org.foramen.intake.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a browser shows when there is no such page, when what came cannot be read, or when we made a mistake. */
@Component
class FailurePage implements ErrorViewResolver {

    private final Pages pages;
    private final Languages languages;

    FailurePage(Pages pages, Languages languages) {
        this.pages = pages;
        this.languages = languages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        boolean framed = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(request.getContextPath() + PageAddress.FRAMED + "/");
        ModelAndView page = pages.page("failed", new PageAddress(framed, "/"), languages.resolveLocale(request));
        page.setStatus(status);
        return page.addObject("trouble", trouble(status));
    }

    private static String trouble(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "missing";
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            return "failed";
        }
        if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
            return "encoding";
        }
        return status.is4xxClientError() ? "unreadable" : "failed";
    }
}
