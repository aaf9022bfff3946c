package org.foramen.intake.page;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads to a page from its address with a slash too many or too few, as letters and other websites write it. */
@Configuration(proxyBeanMethods = false)
class PathCorrections implements WebMvcConfigurer {

    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
        return new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/considering/**", PageAddress.FRAMED + "/considering/**")
                        .redirect(HttpStatus.MOVED_PERMANENTLY)
                        .build());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        // without a status, the address would be made from the Host header
        pages.addRedirectViewController(PageAddress.FRAMED, PageAddress.FRAMED + "/")
                .setKeepQueryParams(true)
                .setStatusCode(HttpStatus.MOVED_PERMANENTLY);
    }
}
