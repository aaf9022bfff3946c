package org.foramen.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.foramen.base.FolderSetting;
import org.foramen.base.InquiryTopics;
import org.foramen.base.SealKeyFiles;
import org.foramen.base.Traces;
import org.foramen.base.screening.RedFlags;
import org.foramen.base.screening.Senders;
import org.foramen.base.time.ScheduledTasks;
import org.foramen.base.web.TrustedProxies;
import org.foramen.base.web.UnreadableRequests;
import org.foramen.base.web.connections.ConnectionGuard;
import org.foramen.content.ClinicContent;
import org.foramen.content.ReadableHandouts;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.sealing.InquirySealer;
import org.foramen.intake.settings.AbuseSettings;
import org.foramen.intake.settings.IntakeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the intake; what weaves aspects and transactions into beans is left out, for there are none. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {
            AopAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            TransactionManagerCustomizationAutoConfiguration.class
        })
@ConfigurationPropertiesScan
@EnableScheduling
@Import({FolderSetting.class, ConnectionGuard.class, ScheduledTasks.class, UnreadableRequests.class})
class IntakeApplication {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeApplication.class);

    public static void main(String[] args) {
        if (Stream.of(args).anyMatch(argument -> !argument.startsWith("--"))) {
            System.err.println(
                    "The intake has no commands, only settings such as --server.port=8080. It was not started.");
            System.exit(1);
        }
        SpringApplication.run(IntakeApplication.class, args);
    }

    @Bean
    Traces traces(IntakeSettings settings) {
        return Traces.to(settings.traces(), "foramen-intake");
    }

    @Bean
    TrustedProxies trustedProxies(AbuseSettings settings) {
        return TrustedProxies.in(settings.trustedProxies(), "FORAMEN_ABUSE_TRUSTED_PROXIES");
    }

    @Bean
    NewTopics topics(IntakeSettings settings) {
        return InquiryTopics.bean(settings.topic());
    }

    @Bean
    ClinicContent clinicContent(IntakeSettings settings) {
        ClinicContent content = ClinicContent.load(settings.content());
        settings.topic().requireRetention(content.clinic().retentionDays());
        content.remarks(LocalDate.now(content.clinic().timeZone())).forEach(LOG::warn);
        return content;
    }

    @Bean
    ReadableHandouts readableHandouts(ClinicContent content, IntakeSettings settings) {
        return new ReadableHandouts(content, settings.requireApproval());
    }

    @Bean
    HandoutPdfs handoutPdfs(ClinicContent content) {
        return new HandoutPdfs(content);
    }

    @Bean
    RedFlags redFlags(IntakeSettings settings) {
        return RedFlags.load(settings.content());
    }

    @Bean
    Senders senders(IntakeSettings settings) {
        return Senders.load(settings.content());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    InquirySealer inquirySealer(IntakeSettings settings) {
        return SealKeyFiles.sealer(settings.sealKeys(), settings.mode(), settings.data());
    }
}
