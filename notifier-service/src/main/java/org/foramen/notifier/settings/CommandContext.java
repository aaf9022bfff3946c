package org.foramen.notifier.settings;

import org.foramen.base.SettingRefused;
import org.foramen.content.file.InvalidContent;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.core.NestedExceptionUtils;

/** The small application that a command runs in. Where it does not start that is said once, in a sentence, and not by Spring Boot too. */
public final class CommandContext {

    private static final String REPORTER = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    private static final String[] QUIET = {
        "logging.level.org.springframework.boot.SpringApplication=off",
        "logging.level." + REPORTER + "=off",
        "logging.level.org.springframework.boot.autoconfigure.logging=off",
        "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext=error"
    };

    private CommandContext() {}

    /** @param needs what the command is made of */
    public static SpringApplicationBuilder of(Class<?> needs) {
        return new SpringApplicationBuilder(needs)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(QUIET)
                .listeners(onFailure());
    }

    /** No level is set yet where the levels themselves cannot be read. */
    private static ApplicationListener<ApplicationFailedEvent> onFailure() {
        return failed -> LoggingSystem.get(failed.getSpringApplication().getClassLoader())
                .setLogLevel(REPORTER, LogLevel.OFF);
    }

    /** Why it did not start: our own words where there are some, else those of what failed first. */
    public static String whyNot(RuntimeException failure) {
        String setting = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingRefused || cause instanceof InvalidContent) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof BindException bind && bind.getProperty() != null) {
                setting = bind.getProperty().getName() + ": ";
            }
        }
        Throwable first = NestedExceptionUtils.getMostSpecificCause(failure);
        return setting
                + String.valueOf(first.getMessage()).lines().findFirst().orElseGet(first.getClass()::getSimpleName);
    }
}
