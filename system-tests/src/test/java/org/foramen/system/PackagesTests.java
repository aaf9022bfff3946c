package org.foramen.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Packages are small, named after what passes them, and say what may be null. */
class PackagesTests {

    private static final int MOST_TYPES = 12;

    private static final JavaClasses PRODUCT = CompiledModules.product();

    @Test
    void aPackageHoldsADozenTypesAtMost() {
        Map<String, List<String>> crowded = new TreeMap<>(CompiledModules.typesByPackage(PRODUCT));
        crowded.values().removeIf(types -> types.size() <= MOST_TYPES);

        assertThat(crowded)
                .as("a package is a station that the eye takes in at once: %d types at most", MOST_TYPES)
                .isEmpty();
    }

    @Test
    void theRootsHoldTheApplicationAndItsCommandsOnly() {
        Map<String, List<String>> packages = CompiledModules.typesByPackage(PRODUCT);

        assertThat(packages.get("org.foramen.intake"))
                .as("the stations stand in packages of their own")
                .containsExactly("IntakeApplication");
        assertThat(packages.get("org.foramen.notifier"))
                .as("the stations stand in packages of their own")
                .containsExactlyInAnyOrder(
                        "NotifierApplication", "NotifierCommands", "CheckContent", "ApproveText", "MakeKeys");
    }

    @Test
    void noTypesNameStandsTwice() {
        Map<String, List<Path>> places = SourceTree.folders("src/main/java", "benchmarks").stream()
                .flatMap(folder -> SourceTree.files(folder).stream())
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(SourceTree::typeOf, TreeMap::new, Collectors.toList()));
        assertThat(places).isNotEmpty();
        places.values().removeIf(files -> files.size() == 1);

        assertThat(places)
                .as("two things with one name are taken for each other")
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<Path> packages = SourceTree.folders("src/main/java", "benchmarks").stream()
                .flatMap(folder -> SourceTree.files(folder).stream())
                .map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages)
                .isNotEmpty()
                .as("each package has a package-info with @NullMarked: null is said, not guessed")
                .allSatisfy(folder -> assertThat(SourceTree.text(folder.resolve("package-info.java")))
                        .contains("\n@NullMarked\n"));
    }

    @Test
    void packagesAreNamedAfterStations() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..impl..", "..service..", "..services..", "..helper..", "..model..")
                .because("such names say nothing about the way of an inquiry")
                .check(PRODUCT);
    }
}
