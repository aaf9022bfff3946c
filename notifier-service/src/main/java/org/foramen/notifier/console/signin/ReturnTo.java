package org.foramen.notifier.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Where somebody wanted to go who must sign in first. It rides in the address of the sign-in page, so that nothing is kept for
 * whoever only knocks.
 */
final class ReturnTo {

    static final String PARAMETER = "to";

    /** A page of the console, without what was asked of it. */
    private static final Pattern PAGE = Pattern.compile("/(?!act/)[A-Za-z0-9][A-Za-z0-9/_-]{0,199}");

    private ReturnTo() {}

    /** The sign-in page that leads back to what is asked for now. */
    static String signInFor(HttpServletRequest request) {
        boolean looks = HttpMethod.GET.matches(request.getMethod());
        return ConsoleSecurity.SIGN_IN + (looks ? query('?', request.getRequestURI()) : "");
    }

    /** The same sign-in page once more, with what went wrong. */
    static String again(HttpServletRequest request, String trouble) {
        return ConsoleSecurity.SIGN_IN + "?" + trouble + query('&', request.getParameter(PARAMETER));
    }

    /** Where to go after sign-in. */
    static String page(HttpServletRequest request) {
        String page = request.getParameter(PARAMETER);
        return page != null && isPage(page) ? page : "/";
    }

    private static String query(char separator, @Nullable String page) {
        return page != null && isPage(page) ? separator + PARAMETER + "=" + page : "";
    }

    private static boolean isPage(String page) {
        return PAGE.matcher(page).matches();
    }
}
