package org.foramen.notifier.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What a press is answered waits for the page that follows it. A page that is open meanwhile, in this or another window, sees
 * that the ledger has changed and asks for itself by script: it would take the answer, and nobody would read it.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class AnswersToPresses extends SessionFlashMapManager {

    /** What console.js sends when a page asks for itself again. */
    static final String BY_SCRIPT = "X-Refresh";

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return request.getHeader(BY_SCRIPT) == null ? super.retrieveFlashMaps(request) : null;
    }
}
