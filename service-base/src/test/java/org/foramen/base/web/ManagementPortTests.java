package org.foramen.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ManagementPortTests {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("server.port", "8081").withProperty("management.server.port", "");

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
        environment.setProperty("management.server.port", "9090");

        assertThat(port("production")).isEqualTo("9090");
    }

    @Test
    void noPortIsHigherThanPortsGo() {
        environment.setProperty("server.port", "65000");

        assertThat(port("production")).isEqualTo("64000");
    }

    private String port(String mode) {
        environment.setProperty("foramen.mode", mode);
        new ManagementPort().postProcessEnvironment(environment, new SpringApplication());
        return String.valueOf(environment.getProperty("management.server.port"));
    }
}
