package org.foramen.benchmarks.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** What Spring Boot itself does with the libraries that a service has, and nothing else. */
@EnableAutoConfiguration
public class BareApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }
}
