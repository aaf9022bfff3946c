package org.foramen.benchmarks.start;

import java.util.List;
import org.foramen.base.web.TrustedProxies;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What Spring Boot itself does with the libraries that a service has, and nothing else. */
@EnableAutoConfiguration
public class BareApplication {

    /** The port of health and metrics, which Spring Boot finds in our library, asks for it. */
    @Bean
    static TrustedProxies none() {
        return TrustedProxies.in(List.of(), "");
    }

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }
}
