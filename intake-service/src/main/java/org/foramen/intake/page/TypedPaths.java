package org.foramen.intake.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads to a page from its address as people type it: with capitals, or a slash at its end. */
@Component
class TypedPaths extends OncePerRequestFilter {

    /** What is lower-case in our addresses; then a handout's language, which need not be, such as {@code zh-Hant}. */
    private static final Pattern PAGE = Pattern.compile(
            "((?:/embed)?/considering(?:/[\\w-]+)?|/handouts/[\\w-]+)(/[\\w-]+(?:\\.pdf)?)?/*",
            Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String typed = request.getServletPath();
        String page = corrected(typed);
        if (page.equals(typed)) {
            chain.doFilter(request, response);
            return;
        }
        String query = request.getQueryString();
        response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + page + (query == null ? "" : "?" + query));
    }

    private static String corrected(String typed) {
        Matcher page = PAGE.matcher(typed);
        if (!page.matches()) {
            return typed;
        }
        return page.group(1).toLowerCase(Locale.ROOT) + (page.group(2) == null ? "" : page.group(2));
    }
}
