package org.foramen.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Packages are small, named after what passes them, and say what may be null. */
class PackagesTests {

    private static final int MOST_TYPES = 12;

    private static final JavaClasses ALL = CompiledModules.all();

    @Test
    void aPackageHoldsADozenTypesAtMost() {
        Map<String, List<String>> crowded = new TreeMap<>(CompiledModules.typesByPackage(CompiledModules.product()));
        crowded.values().removeIf(types -> types.size() <= MOST_TYPES);

        assertThat(crowded)
                .as("a package is a station that the eye takes in at once: %d types at most", MOST_TYPES)
                .isEmpty();
    }

    @Test
    void theRootsHoldTheApplicationAndItsCommandsOnly() {
        Map<String, List<String>> packages = CompiledModules.typesByPackage(ALL);

        assertThat(packages.get("org.foramen.intake"))
                .as("the stations stand in packages of their own")
                .containsExactly("IntakeApplication");
        assertThat(packages.get("org.foramen.notifier"))
                .as("the stations stand in packages of their own")
                .containsExactlyInAnyOrder("NotifierApplication", "CheckContent", "MakeKeys");
    }

    @Test
    void noTypesNameStandsTwice() {
        Map<String, Set<String>> places = ALL.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getPackageName, Collectors.toSet())));
        places.values().removeIf(packages -> packages.size() == 1);

        assertThat(places)
                .as("two things with one name are taken for each other")
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<String> marked = ALL.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(marked)
                .as("each package has a package-info")
                .containsAll(CompiledModules.typesByPackage(ALL).keySet());
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .because("null is said, not guessed")
                .check(ALL);
    }

    @Test
    void packagesAreNamedAfterStations() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..impl..", "..service..", "..services..", "..helper..", "..model..")
                .because("such names say nothing about the way of an inquiry")
                .check(ALL);
    }
}
