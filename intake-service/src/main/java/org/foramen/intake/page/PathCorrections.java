package org.foramen.intake.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads to the form in frames from its address without the slash at the end, as other websites write it. */
@Configuration(proxyBeanMethods = false)
class PathCorrections implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        // without a status, the address would be made from the Host header
        pages.addRedirectViewController(PageAddress.FRAMED, PageAddress.FRAMED + "/")
                .setKeepQueryParams(true)
                .setStatusCode(HttpStatus.MOVED_PERMANENTLY);
    }
}
