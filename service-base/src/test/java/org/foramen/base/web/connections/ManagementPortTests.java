package org.foramen.base.web.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ManagementPortTests {

    private final Map<String, Object> settings =
            new HashMap<>(Map.of("server.port", "8081", "management.server.port", ""));

    @Test
    void outsideProductionHealthIsOnTheServicesOwnPort() {
        assertThat(port("development")).isEmpty();
    }

    @Test
    void inProductionItIsAThousandAbove() {
        assertThat(port("production")).isEqualTo("9081");
        assertThat(port("PRODUCTION")).isEqualTo("9081");
    }

    @Test
    void whatIsSetStays() {
        settings.put("management.server.port", "9090");

        assertThat(port("production")).isEqualTo("9090");
    }

    @Test
    void noPortIsHigherThanPortsGo() {
        settings.put("server.port", "65000");

        assertThat(port("production")).isEqualTo("64000");
    }

    private String port(String mode) {
        settings.put("foramen.mode", mode);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("settings", settings));
        new ManagementPort().postProcessEnvironment(environment, new SpringApplication());
        return String.valueOf(environment.getProperty("management.server.port"));
    }
}
