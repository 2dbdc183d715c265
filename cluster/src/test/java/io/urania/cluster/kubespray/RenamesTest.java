package io.urania.cluster.kubespray;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.variable.registry.Variables;
import org.junit.jupiter.api.Test;

class RenamesTest {
    @Test
    void everyOldNameAndItsNewerOneMeanSomething() {
        Renames.all().forEach((old, rename) -> {
            assertThat(Variables.named(old)).as(old).isPresent();
            assertThat(Variables.named(rename.current())).as(rename.current()).isPresent();
        });
    }

    @Test
    void noNewerNameIsAnOldOneItself() {
        assertThat(Renames.all().values())
                .extracting(Renames.Rename::current)
                .doesNotContainAnyElementsOf(Renames.all().keySet());
    }

    @Test
    void releasesAreThoseInWhichTheNewerNameIs() {
        Renames.all().values().stream()
                .filter(rename -> rename.since().startsWith("Kubespray "))
                .forEach(rename -> {
                    Release since = Release.parse(rename.since().substring("Kubespray ".length()))
                            .orElseThrow();
                    Span span = KubesprayNames.span(rename.current()).orElseThrow();
                    assertThat(span.first()).as(rename.current()).isLessThanOrEqualTo(since);
                    assertThat(span.isCurrent()).as(rename.current()).isTrue();
                });
    }

    @Test
    void releasesAreReadAsTheyAreWritten() {
        assertThat(Release.parse("2.15")).contains(new Release(15)).get().hasToString("2.15");
        assertThat(Release.parse("development"))
                .contains(Release.DEVELOPMENT)
                .get()
                .hasToString("development");
        assertThat(Release.parse("v2.15")).isEmpty();
    }
}
