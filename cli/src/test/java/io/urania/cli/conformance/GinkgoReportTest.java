package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.urania.artifacts.resource.Resources;
import io.urania.cli.conformance.SpecReport.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report.json} is what ginkgo wrote of a suite whose specs end in every way that it knows. */
final class GinkgoReportTest {

    @TempDir
    private Path directory;

    private GinkgoReport report() throws IOException {
        Path file = directory.resolve("report.json");
        Files.write(file, Resources.bytes(GinkgoReportTest.class, "report.json"));
        return GinkgoReport.read(file);
    }

    @Test
    void aSpecHasItsWholeNameAndHowItEnded() throws Exception {
        assertThat(report().specs())
                .extracting(SpecReport::name, SpecReport::state)
                .contains(
                        tuple("[sig-a] Cluster should work [Conformance]", State.PASSED),
                        tuple("[sig-a] Cluster should not fail [Conformance]", State.FAILED),
                        tuple("[sig-a] Cluster should not panic [Conformance]", State.FAILED),
                        tuple("[sig-a] Cluster should have two nodes [Conformance]", State.SKIPPED),
                        tuple("[sig-a] Cluster should be written [Conformance]", State.SKIPPED),
                        tuple("[sig-a] Cluster should not be asked", State.SKIPPED),
                        tuple("[sig-a] Cluster should end [Conformance]", State.FAILED));
    }

    @Test
    void aFailureAndAReasonToSkipAreTold() throws Exception {
        assertThat(message("should not fail")).isEqualTo("one is not two");
        assertThat(message("should have two nodes")).isEqualTo("needs two nodes, there is 1");
        assertThat(message("should not be asked")).isEmpty();
        assertThat(message("should work")).isEmpty();
    }

    @Test
    void theSuiteHasItsBeginningAndItsLength() throws Exception {
        GinkgoReport report = report();

        assertThat(report.began()).isAfter(OffsetDateTime.parse("2026-01-01T00:00:00Z"));
        assertThat(report.took()).isGreaterThan(Duration.ZERO);
    }

    @Test
    void aFailureOfTheSuiteItselfIsNotLost() throws Exception {
        assertThat(report().specs())
                .filteredOn(spec -> !spec.name().startsWith("[sig-a]"))
                .extracting(SpecReport::name, SpecReport::state, SpecReport::message)
                .containsExactly(tuple("AfterSuite", State.FAILED, "nothing may be left"));
    }

    @Test
    void aFileThatIsNoReportIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("other.json"), "{\"a\": 1}");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> GinkgoReport.read(file))
                .withMessageContaining("other.json is no report of ginkgo");
    }

    private String message(String part) throws IOException {
        return report().specs().stream()
                .filter(spec -> spec.name().contains(part))
                .map(SpecReport::message)
                .findFirst()
                .orElseThrow();
    }
}
