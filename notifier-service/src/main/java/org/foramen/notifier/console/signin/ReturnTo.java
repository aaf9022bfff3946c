package org.foramen.notifier.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Where somebody wanted to go who must sign in first. It rides in the address of the sign-in page, so that nothing is kept for
 * whoever only knocks.
 */
public final class ReturnTo {

    /** The page that asks who somebody is. */
    public static final String SIGN_IN = "/sign-in";

    /** Where whoever signed out at the identity provider comes to. */
    public static final String SIGNED_OUT = "/signed-out";

    /** Where somebody presents a passkey who has shown a password, and adds and takes away their own. */
    public static final String PASSKEYS = "/passkeys";

    public static final String PARAMETER = "to";

    private static final String REMEMBERED = ReturnTo.class.getName();

    /** A page of the console, without what was asked of it. */
    private static final Pattern PAGE = Pattern.compile("/(?!act/)[A-Za-z0-9][A-Za-z0-9/_-]{0,199}");

    private ReturnTo() {}

    /** The sign-in page that leads back to what is asked for now. */
    static String signInFor(HttpServletRequest request) {
        return leadingBack(SIGN_IN, request);
    }

    /** The page where a passkey is presented, that leads back to what is asked for now. */
    static String passkeyFor(HttpServletRequest request) {
        return leadingBack(PASSKEYS, request);
    }

    private static String leadingBack(String page, HttpServletRequest request) {
        boolean looks = HttpMethod.GET.matches(request.getMethod());
        return page + (looks ? query('?', request.getRequestURI()) : "");
    }

    /** The same sign-in page once more, with what went wrong. */
    public static String again(HttpServletRequest request, String trouble) {
        return SIGN_IN + "?" + trouble + query('&', wanted(request));
    }

    /** Where to go after sign-in. */
    public static String page(HttpServletRequest request) {
        String page = wanted(request);
        return page != null && isPage(page) ? page : "/";
    }

    /** Remembers, for this request, where somebody who comes back from elsewhere wanted to go. */
    public static void remember(HttpServletRequest request, @Nullable String page) {
        request.setAttribute(REMEMBERED, page);
    }

    private static @Nullable String wanted(HttpServletRequest request) {
        return request.getAttribute(REMEMBERED) instanceof String page ? page : request.getParameter(PARAMETER);
    }

    private static String query(char separator, @Nullable String page) {
        return page != null && isPage(page) ? separator + PARAMETER + "=" + page : "";
    }

    private static boolean isPage(String page) {
        return PAGE.matcher(page).matches();
    }
}
