package org.foramen.notifier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.foramen.base.FolderSetting;
import org.foramen.base.InquiryTopics;
import org.foramen.base.Traces;
import org.foramen.base.screening.RedFlags;
import org.foramen.base.time.ScheduledTasks;
import org.foramen.base.web.BehindProxies;
import org.foramen.base.web.TrustedProxies;
import org.foramen.base.web.UnreadableRequests;
import org.foramen.base.web.connections.ConnectionGuard;
import org.foramen.content.ClinicContent;
import org.foramen.content.file.Problems;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.console.WordingCheck;
import org.foramen.notifier.ledger.database.LedgerClock;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.settings.NotifierSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the notifier; what weaves aspects and transactions into beans is left out, for there are none. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {
            AopAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
@ConfigurationPropertiesScan
@EnableScheduling
@Import({FolderSetting.class, ConnectionGuard.class, BehindProxies.class, ScheduledTasks.class, UnreadableRequests.class
})
class NotifierApplication {

    private static final Logger LOG = LoggerFactory.getLogger(NotifierApplication.class);

    public static void main(String[] args) {
        if (NotifierCommands.areMeant(args)) {
            System.exit(NotifierCommands.run(args, System.out, System.err) ? 0 : 1);
        }
        SpringApplication.run(NotifierApplication.class, args);
    }

    /** The one clock, so that a test can move it. */
    @Bean
    Clock clock(LedgerClock ledger) {
        return ledger.withZone(ZoneOffset.UTC);
    }

    @Bean
    Traces traces(NotifierSettings settings) {
        return Traces.to(settings.traces(), "foramen-notifier");
    }

    @Bean
    TrustedProxies trustedProxies(NotifierSettings settings) {
        return TrustedProxies.in(settings.console().trustedProxies(), "FORAMEN_CONSOLE_TRUSTED_PROXIES");
    }

    @Bean
    NewTopics topics(NotifierSettings settings) {
        return InquiryTopics.bean(settings.topic());
    }

    @Bean
    NewTopics outcomesTopic(NotifierSettings settings) {
        return InquiryTopics.ofOutcomes(settings.outcomes().topic(), settings.topic());
    }

    @Bean
    ClinicContent clinicContent(NotifierSettings settings) {
        ClinicContent content = ClinicContent.load(settings.content());
        settings.topic().requireRetention(content.clinic().retentionDays());
        content.remarks(LocalDate.now(content.clinic().timeZone())).forEach(LOG::warn);
        return content;
    }

    @Bean
    Stationery stationery(NotifierSettings settings, ClinicContent content) {
        Stationery stationery =
                new Stationery(content, new MailLinks(settings.console().address()));
        Problems problems = new Problems();
        WordingCheck.of(stationery, problems);
        problems.throwIfAny();
        return stationery;
    }

    @Bean
    HandoutPdfs handoutPdfs(ClinicContent content) {
        return new HandoutPdfs(content);
    }

    @Bean
    ProcedureMatcher procedureMatcher(NotifierSettings settings, ClinicContent content) {
        return ProcedureMatcher.load(settings.content(), content.library().names());
    }

    /** Only the console's page that tries a sentence asks for it. */
    @Bean
    @Lazy
    RedFlags redFlags(NotifierSettings settings) {
        return RedFlags.load(settings.content());
    }
}
