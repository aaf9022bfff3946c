package org.foramen.system;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The classes of the modules, as Maven compiled them. */
final class CompiledModules {

    private static final List<String> PRODUCT =
            List.of("inquiry-contract", "clinic-content", "service-base", "intake-service", "notifier-service");

    private CompiledModules() {}

    /** What a clinic runs; Maven builds it before these tests. */
    static JavaClasses product() {
        return new ClassFileImporter()
                .importPaths(PRODUCT.stream().map(CompiledModules::classes).toList());
    }

    /** The top-level types of each package, {@code package-info} left out. */
    static Map<String, List<String>> typesByPackage(JavaClasses modules) {
        return modules.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
    }

    private static Path classes(String module) {
        return Path.of("..", module, "target", "classes");
    }
}
