package org.foramen.system;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, as docs/architecture.md draws them. */
class ArchitectureTests {

    private static final JavaClasses HOUSE = CompiledModules.product();

    private static final String CONTRACT = "org.foramen.contract..";
    private static final String CONTENT = "org.foramen.content..";
    private static final String BASE = "org.foramen.base..";
    private static final String INTAKE = "org.foramen.intake..";
    private static final String NOTIFIER = "org.foramen.notifier..";

    private static final String[] TECHNOLOGY = {
        "org.springframework..",
        "org.apache.kafka..",
        "jakarta.mail..",
        "org.eclipse.angus..",
        "jakarta.servlet..",
        "java.sql..",
        "javax.sql.."
    };

    /** The notifier's stations, floor by floor; a package sees its own floor and those below. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("console"),
            List.of("operations", "reconciliation", "checkmail"),
            List.of("consumer"),
            List.of("sending", "bounce"),
            List.of(
                    "topic",
                    "fhir",
                    "preview",
                    "answering",
                    "message",
                    "ledger",
                    "cases",
                    "consent",
                    "reminders",
                    "digest",
                    "outcome",
                    "webhook",
                    "imap",
                    "canary",
                    "smtp"),
            List.of("order"),
            List.of("matching", "delivery", "settings"));

    @Test
    void theContractAndTheContentKnowNothingOfTheOthers() {
        onlyDependsOn("the contract travels alone", CONTRACT);
        onlyDependsOn("clinic staff's files are read without a service", CONTENT);
    }

    @Test
    void whatTheServicesShareKnowsTheContractAndTheContentOnly() {
        onlyDependsOn("what both services need must not need one of them", BASE, CONTRACT, CONTENT);
    }

    @Test
    void nobodyDependsOnAService() {
        for (String service : new String[] {INTAKE, NOTIFIER}) {
            noClasses()
                    .that()
                    .resideInAnyPackage(CONTRACT, CONTENT, BASE, INTAKE, NOTIFIER)
                    .and()
                    .resideOutsideOfPackage(service)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(service)
                    .because(
                            "services meet in Kafka and nowhere else; only local-stack, tests and benchmarks start them")
                    .check(HOUSE);
        }
    }

    @Test
    void rulesAboutMedicineAndWordsKnowNoTechnology() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        CONTRACT,
                        CONTENT,
                        "org.foramen.notifier.matching..",
                        "org.foramen.notifier.message..",
                        "org.foramen.notifier.delivery..",
                        "org.foramen.notifier.order..",
                        "org.foramen.base.screening..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .because("rules about medicine and words are read and tested without a server")
                .check(HOUSE);
    }

    @Test
    void theNotifiersPackagesDependDownwards() {
        for (int floor = 1; floor < FLOORS.size(); floor++) {
            String[] above = packages(FLOORS.subList(0, floor));
            noClasses()
                    .that()
                    .resideInAnyPackage(packages(List.of(FLOORS.get(floor))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .allowEmptyShould(true)
                    .because("who reads a station must not need to know who calls it")
                    .check(HOUSE);
        }
    }

    @Test
    void everyPackageOfTheNotifierHasItsFloor() {
        assertThat(HOUSE.that(resideInAPackage(NOTIFIER)).that(resideOutsideOfPackages(packages(FLOORS))))
                .extracting(JavaClass::getPackageName)
                .as("a new package gets a floor in this test, for its arrows to be looked at")
                .containsOnly("org.foramen.notifier");
    }

    @Test
    void onlyWhoSendsKnowsJakartaMail() {
        noClasses()
                .that()
                .resideInAPackage(NOTIFIER)
                .and()
                .resideOutsideOfPackages(
                        "org.foramen.notifier.smtp..",
                        "org.foramen.notifier.imap..",
                        "org.foramen.notifier.canary..",
                        "org.foramen.notifier.bounce..",
                        "org.foramen.notifier.checkmail..",
                        "org.foramen.notifier.sending..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .because("what an SMTP answer means is decided in one place")
                .check(HOUSE);
    }

    @Test
    void neitherPagesNorTheLedgerKnowKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.foramen.intake.form..",
                        "org.foramen.intake.api..",
                        "org.foramen.intake.admission..",
                        "org.foramen.intake.validation..",
                        "org.foramen.notifier.answering..",
                        "org.foramen.notifier.preview..",
                        "org.foramen.notifier.sending..",
                        "org.foramen.notifier.ledger..",
                        "org.foramen.notifier.smtp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("they do not care where inquiries are kept")
                .check(HOUSE);
    }

    @Test
    void onlyTheConsoleKnowsWhoIsSignedIn() {
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
        slices().assignedFrom(new EachPackage())
                .should()
                .beFreeOfCycles()
                .because("whoever reads one package must not have to read them all; roots count as packages")
                .check(HOUSE);
    }

    @Test
    void whatAPressIsAnsweredIsSaidInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.foramen.notifier.console.press")
                .should()
                .callMethodWhere(target(name("addFlashAttribute")))
                .because("an answer says whether anything came of the press, so that nothing done looks like a success")
                .check(HOUSE);
    }

    private static String[] packages(List<List<String>> floors) {
        return floors.stream()
                .flatMap(List::stream)
                .map(name -> "org.foramen.notifier." + name + "..")
                .toArray(String[]::new);
    }

    private static void onlyDependsOn(String because, String itself, String... others) {
        noClasses()
                .that()
                .resideInAPackage(itself)
                .should()
                .dependOnClassesThat(resideInAPackage("org.foramen..")
                        .and(resideInAnyPackage(others)
                                .or(resideInAPackage(itself))
                                .negate()))
                .because(because)
                .check(HOUSE);
    }

    /** A slice for each package by itself, a root without those below it. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith("org.foramen") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages, the roots counted";
        }
    }
}
