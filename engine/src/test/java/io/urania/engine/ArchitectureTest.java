package io.urania.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.urania.engine");

    @Test
    void noPackagesNeedEachOtherInACircle() {
        slices().matching("io.urania.engine.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theEngineNeedsNothingElseOfOurs() {
        noClasses()
                .should()
                .dependOnClassesThat(Predicates.resideInAPackage("io.urania..")
                        .and(DescribedPredicate.not(Predicates.resideInAPackage("io.urania.engine.."))))
                .check(CLASSES);
    }

    @Test
    void nobodyPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }
}
