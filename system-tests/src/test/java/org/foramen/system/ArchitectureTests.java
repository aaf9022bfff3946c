package org.foramen.system;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of the house, as docs/architecture.md draws them. */
class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPaths(Stream.of(
                            "inquiry-contract",
                            "clinic-content",
                            "intake-service",
                            "notifier-service",
                            "test-stack",
                            "local-stack")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    private static final String[] TECHNOLOGY = {
        "org.springframework..", "org.apache.kafka..", "jakarta.mail..", "org.eclipse.angus..", "jakarta.servlet.."
    };

    @Test
    void whatTravelsAndWhatIsSaidKnowNoTechnology() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.foramen.contract..",
                        "org.foramen.content..",
                        "org.foramen.notifier.matching..",
                        "org.foramen.notifier.message..",
                        "org.foramen.intake.screening..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .because("rules about medicine and words are read and tested without a server")
                .check(HOUSE);
    }

    @Test
    void nobodyDependsOnAService() {
        onlyItselfUses("org.foramen.intake..").check(HOUSE);
        onlyItselfUses("org.foramen.notifier..").check(HOUSE);
        onlyItselfUses("org.foramen.local..").check(HOUSE);
        onlyItselfUses("org.foramen.benchmarks..").check(HOUSE);
    }

    @Test
    void theContractAndTheContentDependOnNothingOfOurs() {
        onlyDependsOn("org.foramen.contract..").check(HOUSE);
        onlyDependsOn("org.foramen.content..").check(HOUSE);
    }

    @Test
    void matchingAndMessagesKnowNothingOfTheirUse() {
        noClasses()
                .that()
                .resideInAnyPackage("org.foramen.notifier.matching..", "org.foramen.notifier.message..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.foramen.notifier.inbox..",
                        "org.foramen.notifier.delivery..",
                        "org.foramen.notifier.console..")
                .because("a mail is data; who sends it and why is the business of others")
                .check(HOUSE);
    }

    @Test
    void deliveryKnowsMailsButNeitherTheInboxNorTheConsole() {
        noClasses()
                .that()
                .resideInAPackage("org.foramen.notifier.delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.foramen.notifier.inbox..",
                        "org.foramen.notifier.console..",
                        "org.foramen.notifier.matching..")
                .because("delivery takes a Mail, which is data of the message package, and asks not what it is about")
                .check(HOUSE);
    }

    @Test
    void onlyDeliverySpeaksSmtpAndOnlyTheInboxAndTheConsoleSpeakKafka() {
        noClasses()
                .that()
                .resideInAPackage("org.foramen.notifier..")
                .and()
                .resideOutsideOfPackage("org.foramen.notifier.delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .because("what an SMTP answer means is decided in one place")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.foramen.notifier.delivery..",
                        "org.foramen.intake.form..",
                        "org.foramen.intake.validation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("the ledger and the pages do not care where inquiries are kept")
                .check(HOUSE);
    }

    @Test
    void nobodyKnowsTheConsole() {
        noClasses()
                .that()
                .resideInAPackage("org.foramen.notifier.(*)..")
                .and()
                .resideOutsideOfPackage("org.foramen.notifier.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.foramen.notifier.console..")
                .because("mail goes out whether somebody looks or not")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.foramen.notifier.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.security..")
                .because("who may act is decided where people act")
                .check(HOUSE);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("org.foramen.(*)..")
                .should()
                .beFreeOfCycles()
                .because("modules build in one order")
                .check(HOUSE);
        for (String service : new String[] {"intake", "notifier", "stack", "local"}) {
            slices().matching("org.foramen." + service + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("an inquiry passes its stations one way")
                    .check(HOUSE);
        }
    }

    @Test
    void packagesAreNamedAfterStations() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..impl..", "..service..", "..services..", "..helper..", "..model..")
                .because("such names say nothing about the way of an inquiry")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .because("null is said, not guessed")
                .check(HOUSE);
    }

    private static ArchRule onlyItselfUses(String service) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(service)
                .because("services meet in Kafka and nowhere else");
    }

    private static ArchRule onlyDependsOn(String itself) {
        return noClasses()
                .that()
                .resideInAPackage(itself)
                .should()
                .dependOnClassesThat(resideInAPackage("org.foramen..").and(resideOutsideOfPackage(itself)))
                .because("both services build on it");
    }
}
