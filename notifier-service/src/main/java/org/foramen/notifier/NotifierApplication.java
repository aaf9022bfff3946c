package org.foramen.notifier;

import java.nio.file.Path;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryOpener;
import org.foramen.contract.SealKeys;
import org.foramen.notifier.inbox.ReplayDeadLetters;
import org.foramen.notifier.inbox.ShowRoute;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the notifier. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
@EnableScheduling
class NotifierApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(ReplayDeadLetters.COMMAND)) {
            ReplayDeadLetters.run(args);
        } else if (args.length > 0 && args[0].equals(ShowRoute.COMMAND)) {
            ShowRoute.run(args, System.out);
        } else if (args.length > 0 && args[0].equals(CheckContent.COMMAND)) {
            System.exit(CheckContent.run(args, System.out) ? 0 : 1);
        } else {
            SpringApplication.run(NotifierApplication.class, args);
        }
    }

    @Bean
    ClinicContent clinicContent(NotifierSettings settings) {
        return ClinicContent.load(settings.content());
    }

    @Bean
    ProcedureMatcher procedureMatcher(NotifierSettings settings, ClinicContent content) {
        return ProcedureMatcher.load(settings.content(), content.library().names());
    }

    @Bean
    InquiryOpener inquiryOpener(NotifierSettings settings) {
        Path given = settings.sealKeys();
        if (given != null) {
            return SealKeys.opener(given);
        }
        Path made = settings.data().resolve("keys");
        SealKeys.makeIfAbsent(made);
        return SealKeys.opener(made.resolve(SealKeys.PRIVATE_FILE));
    }
}
