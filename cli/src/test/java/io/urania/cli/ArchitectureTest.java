package io.urania.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the modules as docs/architecture.md draws them, and no circles between packages. */
final class ArchitectureTest {

    /** What each module may use of the others. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "inventory", Set.of(),
            "engine", Set.of(),
            "artifacts", Set.of("engine"),
            "cluster", Set.of("inventory", "engine", "artifacts"),
            "lab", Set.of("engine", "artifacts"),
            "cli", Set.of("inventory", "engine", "artifacts", "cluster", "lab"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.urania");

    static Set<String> modules() {
        return new TreeSet<>(ARROWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesUseOnlyWhatTheirArrowsAllow(String module) {
        String[] others = ARROWS.keySet().stream()
                .filter(other -> !other.equals(module))
                .filter(other -> !ARROWS.getOrDefault(module, Set.of()).contains(other))
                .map(other -> "io.urania." + other + "..")
                .toArray(String[]::new);
        if (others.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage("io.urania." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleIsLookedAt(String module) {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().startsWith("io.urania." + module))
                        .count())
                .isGreaterThan(5);
    }

    @Test
    void noPackagesFormACircle() {
        slices().matching("io.urania.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingPrintsPastTheConsole() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                CLASSES.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "all but the console", type -> !type.getName().equals("io.urania.cli.Main"))));
    }
}
