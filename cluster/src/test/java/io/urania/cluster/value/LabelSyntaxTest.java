package io.urania.cluster.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSyntaxTest {
    @ParameterizedTest
    @CsvSource({
        "my.topology/rack, true",
        "rack, true",
        "node-role.kubernetes.io/infra, true",
        "My.Topology/rack, false",
        "/rack, false",
        "a/b/c, false",
        "rack-, false",
        "a b, false"
    })
    void keysAreQualifiedNames(String key, boolean valid) {
        assertThat(LabelSyntax.problemOfKey(key).isEmpty()).isEqualTo(valid);
    }

    @Test
    void valuesAreShortWords() {
        assertThat(LabelSyntax.problemOfValue("")).isEmpty();
        assertThat(LabelSyntax.problemOfValue("rpi-rack1")).isEmpty();
        assertThat(LabelSyntax.problemOfValue("x".repeat(63))).isEmpty();
        assertThat(LabelSyntax.problemOfValue("x".repeat(64))).isPresent();
        assertThat(LabelSyntax.problemOfValue("rack 1")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "dedicated=storage:NoSchedule, dedicated=storage:NoSchedule",
        "example.com/gpu:NoExecute, example.com/gpu:NoExecute",
        "gpu=:PreferNoSchedule, gpu:PreferNoSchedule"
    })
    void taintsAreWrittenAsKubectlWritesThem(String written, String taint) {
        assertThat(Taint.parse(written)).map(Taint::toString).contains(taint);
    }

    @ParameterizedTest
    @CsvSource({"dedicated", ":NoSchedule", "dedicated=storage:Never", "a b:NoSchedule", "'gpu=a b:NoSchedule'"})
    void whatIsNoTaintIsRefused(String written) {
        assertThat(Taint.parse(written)).isEmpty();
    }
}
