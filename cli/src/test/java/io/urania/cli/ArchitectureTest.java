package io.urania.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the modules as docs/architecture.md draws them, no circles between packages, and no package that holds all. */
final class ArchitectureTest {

    /** What each module uses of the others: no more, and no less. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "inventory", Set.of(),
            "engine", Set.of(),
            "artifacts", Set.of("engine"),
            "cluster", Set.of("inventory", "engine", "artifacts"),
            "control", Set.of("inventory", "engine", "artifacts", "cluster"),
            "lab", Set.of("engine"),
            "cli", Set.of("inventory", "engine", "artifacts", "cluster", "control", "lab"));

    private static final Pattern MODULE = Pattern.compile("^io\\.urania\\.(\\w+)");

    /** Files of a package that a reader can still keep in mind. */
    private static final int MOST_FILES = 25;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.urania");

    static Set<String> modules() {
        return new TreeSet<>(ARROWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesUseWhatTheirArrowsSay(String module) {
        Set<String> used = CLASSES.stream()
                .filter(type -> module.equals(moduleOf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(ArchitectureTest::moduleOf)
                .filter(other -> !other.isEmpty() && !other.equals(module))
                .collect(Collectors.toSet());

        assertThat(used).isEqualTo(ARROWS.get(module));
    }

    @Test
    void everyClassIsInAModuleThatHasArrows() {
        assertThat(CLASSES.stream().map(ArchitectureTest::moduleOf).collect(Collectors.toSet()))
                .isEqualTo(ARROWS.keySet());
    }

    @Test
    void noPackagesFormACircle() {
        slices().matching("io.urania.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noPackageHoldsMoreThanAReaderCanKeepInMind() {
        Map<String, Long> files = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void nothingPrintsPastTheConsole() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES.that(DescribedPredicate.describe(
                "all but the console", type -> !type.getName().equals("io.urania.cli.Main"))));
    }

    private static String moduleOf(JavaClass type) {
        Matcher matcher = MODULE.matcher(type.getPackageName());
        return matcher.find() ? matcher.group(1) : "";
    }
}
