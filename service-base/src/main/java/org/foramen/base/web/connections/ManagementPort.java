package org.foramen.base.web.connections;

import java.util.Map;
import org.foramen.base.Mode;
import org.foramen.base.web.TrustedProxies;
import org.foramen.base.web.UnreadableRequests;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * In production health and metrics have a port of their own, a thousand above the service's unless one is set, so that whoever
 * may reach the pages need not reach them.
 */
class ManagementPort implements EnvironmentPostProcessor, Ordered {

    static final String PROPERTY = "management.server.port";

    private static final int ABOVE = 1000;
    private static final int HIGHEST = 65_535;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean production = Mode.PRODUCTION.name().equalsIgnoreCase(environment.getProperty("foramen.mode"));
        if (production && !StringUtils.hasText(environment.getProperty(PROPERTY))) {
            int port = beside(environment.getProperty("server.port", Integer.class, 0));
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("management port in production", Map.of(PROPERTY, port)));
        }
    }

    /** Any that is free, where the service's own is. */
    private static int beside(int port) {
        if (port <= 0) {
            return port;
        }
        return port + ABOVE <= HIGHEST ? port + ABOVE : port - ABOVE;
    }

    /** After the settings were read from all their places. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /**
     * Guards that port: whoever reaches it shares the heap with the visitors. Spring Boot reads this by its name into the context of
     * the port, a child of the application's, which has no other customizer of ours.
     */
    @Configuration(proxyBeanMethods = false)
    static class Guard {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementConnections(
                ApplicationContext context, TrustedProxies proxies) {
            boolean itsOwnPort = context.getParent() != null;
            return itsOwnPort ? ConnectionGuard.ofManagement(proxies) : shared -> {};
        }

        /** The application's own filter is not on that port. */
        @Bean
        FilterRegistrationBean<UnreadableRequests> managementRequests(ApplicationContext context) {
            FilterRegistrationBean<UnreadableRequests> filter = new FilterRegistrationBean<>(new UnreadableRequests());
            filter.setOrder(UnreadableRequests.ORDER);
            filter.setEnabled(context.getParent() != null);
            return filter;
        }
    }
}
