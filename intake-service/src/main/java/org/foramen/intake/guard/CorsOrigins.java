package org.foramen.intake.guard;

import org.foramen.intake.settings.IntakeSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets scripts of the allowed sites, and of no others, use the API; without cookies, as there are none. */
@Configuration(proxyBeanMethods = false)
class CorsOrigins implements WebMvcConfigurer {

    private final String[] origins;

    CorsOrigins(IntakeSettings settings) {
        this.origins = settings.form().allowedOrigins().toArray(String[]::new);
    }

    @Override
    public void addCorsMappings(CorsRegistry cors) {
        if (origins.length > 0) {
            cors.addMapping("/api/**")
                    .allowedOrigins(origins)
                    .allowedMethods("GET", "POST")
                    .allowedHeaders(HttpHeaders.CONTENT_TYPE, "Idempotency-Key", "Submission-Token", "Submission-Proof")
                    .exposedHeaders(HttpHeaders.RETRY_AFTER)
                    .allowCredentials(false)
                    .maxAge(3600);
        }
    }
}
