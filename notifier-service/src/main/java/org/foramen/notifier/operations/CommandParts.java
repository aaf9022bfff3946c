package org.foramen.notifier.operations;

import java.time.Clock;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.cases.PersonFingerprints;
import org.foramen.notifier.cases.RepeatedForms;
import org.foramen.notifier.consent.ConsentLog;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.ledger.database.LedgerConnections;
import org.foramen.notifier.ledger.database.LedgerDatabase;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.InquiryReader;
import org.foramen.notifier.topic.KafkaWriter;
import org.foramen.notifier.topic.KeptInquiries;
import org.foramen.notifier.topic.OpeningKeys;
import org.foramen.notifier.topic.RecordLookup;
import org.foramen.notifier.topic.TopicScan;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What the commands are made of: Kafka, the keys, and the ledger where one is asked; no mail server. */
@ImportAutoConfiguration({
    KafkaAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@EnableConfigurationProperties(NotifierSettings.class)
@Import({
    OpeningKeys.class,
    LedgerDatabase.class,
    LedgerConnections.class,
    TopicScan.class,
    RecordLookup.class,
    InquiryReader.class,
    KafkaWriter.class,
    AuditLog.class,
    ConsentLog.class,
    AuditTable.class,
    ReplayDeadLetters.class,
    EraseInquiry.class,
    HoldInquiry.class,
    ExportInquiry.class
})
class CommandParts {

    /** A Bundle names the clinic and tells of the case: it needs the content folder too. */
    @Import({
        CommandParts.class,
        KeptInquiries.class,
        DeliverySearch.class,
        PersonFingerprints.class,
        Cases.class,
        RepeatedForms.class,
        OpenInquiry.class,
        ExportFhir.class
    })
    static class OfFhir {

        @Bean
        ClinicContent clinicContent(NotifierSettings settings) {
            return ClinicContent.load(settings.content());
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
