package org.foramen.intake.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a page stands.
 *
 * @param framed true in a frame on another site; the address then begins with {@link #FRAMED}
 * @param path as it is without a frame, such as {@code /considering/foraminotomy}
 */
public record PageAddress(boolean framed, String path) {

    /** What the addresses of pages in frames begin with. */
    public static final String FRAMED = "/embed";

    public static PageAddress of(HttpServletRequest request, String path) {
        return new PageAddress(isFramed(request), path);
    }

    public static boolean isFramed(HttpServletRequest request) {
        return request.getServletPath().startsWith(FRAMED + "/");
    }

    /** What the addresses of the pages around this one begin with. */
    public String base() {
        return framed ? FRAMED : "";
    }

    /** The page in a language. */
    public String in(String language) {
        return UriComponentsBuilder.fromUriString(base() + path)
                .replaceQueryParam("lang", language)
                .toUriString();
    }
}
