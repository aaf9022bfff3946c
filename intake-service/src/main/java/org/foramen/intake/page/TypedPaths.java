package org.foramen.intake.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/** Leads to a page from its address as people type it and programs join it: with capitals, or slashes too many. */
@Component
class TypedPaths extends OncePerRequestFilter {

    /** What stands behind an address in a text. */
    private static final String BEHIND = "[/\\s.,;:!)>\\]\"'\u00A0\u200B\u2019\u201D\u2026]*";

    /** A reference has capitals, and is typed in any. */
    private static final Pattern RECEIPT =
            Pattern.compile("((?:/+embed)?/+received/+)([0-9A-Z]{4}-[0-9A-Z]{4})" + BEHIND, Pattern.CASE_INSENSITIVE);

    /** What is lower-case in our addresses, with a handout's language between, which need not be, such as {@code zh-Hant}. */
    private static final Pattern PAGE = Pattern.compile(
            "(/+embed(?!/*[\\w-])|(?:/+embed)?/+considering(?:/+[\\w-]+)?|/+handouts/+[\\w-]+)(/+[\\w-]+)?(\\.pdf)?"
                    + BEHIND,
            Pattern.CASE_INSENSITIVE);

    /** What is sent goes to its address as it is. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String context = request.getContextPath();
        String typed =
                UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8).substring(context.length());
        String page = corrected(typed);
        if (page.equals(typed)) {
            chain.doFilter(request, response);
            return;
        }
        String query = request.getQueryString();
        response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
        response.setHeader(HttpHeaders.LOCATION, context + page + (query == null ? "" : "?" + query));
    }

    private static String corrected(String typed) {
        Matcher receipt = RECEIPT.matcher(typed);
        if (receipt.matches()) {
            return (lower(receipt.group(1)) + receipt.group(2).toUpperCase(Locale.ROOT)).replaceAll("//+", "/");
        }
        Matcher page = PAGE.matcher(typed);
        if (!page.matches()) {
            return typed.matches("//+") ? "/" : typed;
        }
        String lower = lower(page.group(1));
        String corrected = lower + Objects.toString(page.group(2), "") + lower(page.group(3));
        return (corrected + (lower.endsWith(PageAddress.FRAMED) ? "/" : "")).replaceAll("//+", "/");
    }

    private static String lower(@Nullable String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }
}
