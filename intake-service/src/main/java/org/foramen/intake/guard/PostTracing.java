package org.foramen.intake.guard;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.foramen.base.Traces;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Begins the trace of each inquiry that is sent, where traces are on. What visitors say in a header of their own is not
 * followed, and of the request nothing but its path is noted, which is the same for all.
 */
@Configuration(proxyBeanMethods = false)
class PostTracing {

    private static final List<String> PATHS = List.of("/inquiries", "/api/inquiries");

    @Bean
    FilterRegistrationBean<Filter> traceOfPosts(Traces traces) {
        Filter filter = (request, response, chain) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            if (!http.getMethod().equals("POST") || !PATHS.contains(http.getRequestURI())) {
                chain.doFilter(request, response);
                return;
            }
            try (Traces.Step step = traces.begin("POST " + http.getRequestURI(), SpanKind.SERVER)) {
                chain.doFilter(request, response);
                step.note("http.response.status_code", String.valueOf(((HttpServletResponse) response).getStatus()));
            }
        };
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(traces.areOn());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
