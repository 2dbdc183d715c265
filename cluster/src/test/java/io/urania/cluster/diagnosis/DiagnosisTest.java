package io.urania.cluster.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.plan.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs say, each file named after its cause; its first line tells where the words are from. */
final class DiagnosisTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/io/urania/cluster/diagnosis");

    static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theCauseIsReadFromWhatWasSaid(Path recording) throws Exception {
        assertThat(Diagnosis.of("program", words(recording)))
                .hasValueSatisfying(found -> assertThat(found.cause()).isEqualTo(cause(recording)));
    }

    @Test
    void everyCauseHasARecordingAndASign() throws Exception {
        Set<Cause> recorded = recordings().stream().map(DiagnosisTest::cause).collect(Collectors.toSet());

        assertThat(recorded).isEqualTo(EnumSet.allOf(Cause.class));
        assertThat(Sign.all()).extracting(Sign::cause).containsAll(EnumSet.allOf(Cause.class));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void grepFindsTheSameLinesAsJava(Path recording) throws Exception {
        for (Sign sign : Sign.all()) {
            List<String> lines = words(recording).lines().toList();
            List<String> found = lines.stream().filter(sign::isIn).toList();
            for (List<String> grep : List.of(List.of("grep", "-E", "-e"), List.of("busybox", "grep", "-E", "-e"))) {
                assertThat(ShellRun.of(grep, sign.expression(), words(recording))
                                .lines())
                        .as("%s with %s", sign.expression(), grep)
                        .containsExactlyElementsOf(found);
            }
        }
    }

    @Test
    void aPortThatIsTakenIsToldWithItsHolderInOneLine() throws Exception {
        String said = "sign of kubelet: " + words(RECORDINGS.resolve("PORT_TAKEN-kubelet.txt"));

        assertThat(Diagnosis.explain(new TaskId("erato", "kubeadm join"), said).orElseThrow())
                .startsWith(
                        "kubelet on erato: listen tcp 0.0.0.0:10250: bind: address already in use (pid 812, python3)\n")
                .contains("then run the same command again");
    }

    @Test
    void etcdIsToldWithoutItsStack() throws Exception {
        String text = Diagnosis.explain(
                        new TaskId("epimethee", "service etcd.service"),
                        "etcd.service did not start; its last log lines:\n"
                                + words(RECORDINGS.resolve("PORT_TAKEN-etcd.txt"))
                                + "holder of port 23800 7 python3\n")
                .orElseThrow();

        assertThat(text.lines().findFirst().orElseThrow())
                .isEqualTo(
                        "etcd on epimethee: listen tcp 10.42.253.41:23800: bind: address already in use (pid 7, python3)");
        assertThat(text).hasSizeLessThan(700);
    }

    @Test
    void whatStartsNothingAndWhatSaysNothingIsLeftAsItIs() throws Exception {
        String taken = words(RECORDINGS.resolve("PORT_TAKEN-kubelet.txt"));

        assertThat(Diagnosis.explain(new TaskId("erato", "packages for the runtime"), taken))
                .isEmpty();
        assertThat(Diagnosis.explain(new TaskId("erato", "kubeadm join"), "timed out"))
                .isEmpty();
    }

    private static Cause cause(Path recording) {
        return Cause.valueOf(recording.getFileName().toString().split("-", 2)[0]);
    }

    private static String words(Path recording) throws IOException {
        String text = Files.readString(recording);
        assertThat(text).startsWith("# ");
        return text.substring(text.indexOf('\n') + 1);
    }
}
