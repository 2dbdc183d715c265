package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.urania.cli.conformance.Specs.Extent;
import io.urania.cli.conformance.Specs.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class SpecsTest {

    private static final String PLAIN = "[sig-node] Pods should run (a|b) [Conformance]";
    private static final String SLOW = "[sig-apps] StatefulSet should wait [Slow] [Conformance]";
    private static final String DISRUPTIVE = "[sig-node] Taints [Serial] evict [Disruptive] [Conformance]";
    private static final String PULLED = "[sig-node] Images should be pulled [Conformance]";
    private static final Specs SPECS =
            new Specs(Set.of(PLAIN, SLOW, DISRUPTIVE, PULLED), List.of(new LeftOut(PULLED, "wants a registry")));
    private static final Specs STANDARD = Specs.of("v1.36.3");

    @Test
    void onlySpecsThatTheSuiteHasAreLeftOut() {
        assertThat(STANDARD.leftOut()).isNotEmpty().allSatisfy(spec -> {
            assertThat(STANDARD.names()).contains(spec.name());
            assertThat(spec.reason()).isNotBlank();
        });
    }

    @Test
    void everySpecOfTheListIsAConformanceSpec() {
        assertThat(STANDARD.names())
                .hasSizeGreaterThan(400)
                .allSatisfy(name -> assertThat(name).startsWith("[sig-").endsWith(Specs.CONFORMANCE));
    }

    @Test
    void whatNeedsTheClusterForItselfRunsAtNight() {
        assertThat(SPECS.included(Extent.PARALLEL, SpecsTest::all)).containsExactly(PLAIN);
        assertThat(SPECS.included(Extent.NIGHTLY, SpecsTest::all)).containsExactly(SLOW, DISRUPTIVE);
    }

    @Test
    void everySpecThatIsLeftOutHasAReason() {
        assertThat(SPECS.leftOut(Extent.PARALLEL, SpecsTest::all))
                .extracting(LeftOut::name, spec -> spec.reason().replaceFirst(":.*", ""))
                .containsExactly(
                        tuple(SLOW, "[Slow]"), tuple(PULLED, "wants a registry"), tuple(DISRUPTIVE, "[Disruptive]"));
        assertThat(SPECS.leftOut(Extent.NIGHTLY, SpecsTest::all)).isEmpty();
    }

    @Test
    void specsThatNobodyAsksForAreNotMentioned() {
        Predicate<String> pods = name -> name.contains("Pods");

        assertThat(SPECS.included(Extent.PARALLEL, pods)).containsExactly(PLAIN);
        assertThat(SPECS.included(Extent.NIGHTLY, pods)).isEmpty();
        assertThat(SPECS.leftOut(Extent.PARALLEL, pods)).isEmpty();
    }

    @Test
    void everySpecIsOfOneRunOrOfNone() {
        List<String> all = new ArrayList<>();
        for (Extent extent : Extent.values()) {
            all.addAll(STANDARD.included(extent, SpecsTest::all));
        }
        STANDARD.leftOut().forEach(spec -> all.add(spec.name()));

        assertThat(all).containsExactlyInAnyOrderElementsOf(STANDARD.names());
    }

    @Test
    void theFirstRunTellsOfEverySpecThatItDoesNotHave() {
        List<String> all = new ArrayList<>(STANDARD.included(Extent.PARALLEL, SpecsTest::all));
        STANDARD.leftOut(Extent.PARALLEL, SpecsTest::all).forEach(spec -> all.add(spec.name()));

        assertThat(all).containsExactlyInAnyOrderElementsOf(STANDARD.names());
    }

    @Test
    void aNameIsSkippedByItsLettersNotAsAnExpression() {
        Specs specs = new Specs(Set.of(PLAIN), List.of(new LeftOut(PLAIN, "is an example")));

        assertThat(specs.skips()).containsExactly("\\[sig-node\\] Pods should run \\(a\\|b\\) \\[Conformance\\]");
        assertThat(PLAIN).matches(specs.skips().getFirst());
    }

    @Test
    void oneNameIsNoPartOfAnotherSoThatSkippingItSkipsNoOther() {
        assertThat(STANDARD.leftOut())
                .allSatisfy(spec -> assertThat(STANDARD.names())
                        .filteredOn(name -> name.contains(spec.name()))
                        .containsExactly(spec.name()));
    }

    private static boolean all(String name) {
        return !name.isEmpty();
    }
}
