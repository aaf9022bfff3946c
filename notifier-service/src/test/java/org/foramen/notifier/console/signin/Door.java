package org.foramen.notifier.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foramen.notifier.Settings;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.topic.OpeningKeys;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The console's door alone: sign-in and sessions as they are, and behind them pages that say who came in. */
public final class Door implements AutoCloseable {

    private final ServletWebServerApplicationContext context;
    private final CountedConnections connections;

    /**
     * @param ledger whose tables are made when they are not there
     * @param data the folder of keys and of the first password
     */
    public Door(DataSource ledger, Path data, Map<String, String> settings) {
        Flyway.configure().dataSource(ledger).load().migrate();
        connections = new CountedConnections(ledger);
        Map<String, String> all = new HashMap<>(settings);
        all.put("foramen.data", data.toString());
        all.putIfAbsent("SERVER_PORT", "0");
        String[] properties = all.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Parts.class, OpeningKeys.class)
                .initializers(parts -> {
                    parts.getBeanFactory().registerSingleton("ledger", connections);
                    parts.getBeanFactory().registerSingleton("settings", Settings.with(all));
                })
                .properties(properties)
                .properties("spring.main.banner-mode=off")
                .run();
        assertThat(context.isRunning()).isTrue();
    }

    public String at(String path) {
        return "http://localhost:" + context.getWebServer().getPort() + path;
    }

    /** How often the database was asked for anything. */
    public int asked() {
        return connections.count.get();
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class CountedConnections extends DelegatingDataSource {

        private final AtomicInteger count = new AtomicInteger();

        CountedConnections(DataSource ledger) {
            super(ledger);
        }

        @Override
        public Connection getConnection() throws SQLException {
            count.incrementAndGet();
            return super.getConnection();
        }
    }

    /** No configuration by name, or the notifier would find it when it looks for its own. */
    @EnableWebSecurity
    @ComponentScan("org.foramen.notifier.console.signin")
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Parts {

        @Bean
        JdbcClient jdbc(DataSource ledger) {
            return JdbcClient.create(ledger);
        }

        @Bean
        AuditLog audit(JdbcClient jdbc) {
            return new AuditLog(jdbc);
        }

        @Bean
        RouterFunction<ServerResponse> pages() {
            return route(GET("/people/{id}"), request -> ServerResponse.ok()
                    .contentType(MediaType.TEXT_HTML)
                    .body("%s <input name=\"_csrf\" value=\"%s\">"
                            .formatted(
                                    request.principal().orElseThrow(),
                                    ((CsrfToken) request.attribute(CsrfToken.class.getName())
                                                    .orElseThrow())
                                            .getToken())));
        }
    }
}
