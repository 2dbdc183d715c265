package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.process.Listener.Protocol;
import io.urania.engine.process.ListenerProbe;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.ModificationProbe;
import io.urania.engine.resource.kernel.SysctlSettings;
import io.urania.engine.resource.service.ServiceProbe;
import io.urania.engine.storage.FileSystemProbe;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that can be read, of things that cannot be: no fact is made of them. */
@Timeout(60)
final class OddAnswersTest {

    private static final String SUM = "0123456789abcdef".repeat(4);

    private static final String SYSTEM = """
            hostName=pi
            osId=debian
            machine=aarch64
            wordBits=64
            kernel=6.12
            cpus=4
            memoryKiB=4000000
            cgroups=V2
            controllers=memory
            capabilities=000001ffffffffff
            freeKiB=9000000
            """;

    static Stream<Arguments> odd() {
        Question<?> system = SystemProbe.QUESTION;
        Question<?> files = FileSystemProbe.of("/run");
        return Stream.of(
                Arguments.of(FileProbe.at("/x"), "stat  root 1795399101.000 regular file|/x\n" + SUM + "  /x"),
                Arguments.of(FileProbe.at("/x"), "stat 9 root 1795399101.000 regular file|/x\n" + SUM + "  /x"),
                Arguments.of(FileProbe.at("/x"), "stat -644 root 1795399101.000 directory|/x"),
                Arguments.of(FileProbe.at("/x"), "stat 644 root 1e999999999 regular file|/x"),
                Arguments.of(ModificationProbe.at("/x"), "1e999999999 /x"),
                Arguments.of(ServiceProbe.of("x.service"), "Id=x.service\nActiveState=active"),
                Arguments.of(ServiceProbe.of("x.service"), "now 1e300 1\n\nId=x.service\nActiveState=active"),
                Arguments.of(system, SYSTEM.replace("wordBits=64", "wordBits=48")),
                Arguments.of(system, SYSTEM.replace("cpus=4", "cpus=0")),
                Arguments.of(system, SYSTEM.replace("memoryKiB=4000000", "memoryKiB=-4000000")),
                Arguments.of(system, SYSTEM.replace("memoryKiB=4000000", "memoryKiB=9223372036854775807")),
                Arguments.of(system, SYSTEM.replace("freeKiB=9000000", "freeKiB=-1")),
                Arguments.of(files, "/run|4096 100 -1 10 5|/ ext4 rw"),
                Arguments.of(files, "/run|4096 9223372036854775807 10 10 5|/ ext4 rw"),
                Arguments.of(files, "/run|4096 100 10 10 -5|/ ext4 rw"),
                Arguments.of(ListenerProbe.on(Protocol.TCP, 6443), "tcp 00000000:7FFFFFFF 812 - x\nall"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void areRefused(Question<?> question, String answer) {
        assertThatThrownBy(() -> parse(question, answer))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @Test
    void ofTheUsualKindAreRead() {
        assertThat(parse(SystemProbe.QUESTION, SYSTEM)).hasSize(1);
        assertThat(parse(FileProbe.at("/x"), "stat 644 root 1795399101.000 regular file|/x\n" + SUM + "  /x"))
                .containsOnlyKeys("/x");
        // Options that are there twice, as after some remounts.
        assertThat(parse(FileSystemProbe.of("/run"), "/run|4096 100 50 10 5|/ ext4 rw,noexec,rw"))
                .containsOnlyKeys("/run");
    }

    @Test
    void aPatternThatIsNoneMatchesNothing() {
        SysctlSettings settings = new SysctlSettings();
        settings.add("/etc/sysctl.d/x.conf", List.of("net.ipv4.[ip = 1", "net.ipv4.{a,{b}} = *"));

        assertThat(settings.of("net.ipv4.ip_forward")).isEmpty();
    }

    private static <T> Map<String, T> parse(Question<T> question, String answer) {
        Probe<T> probe = question.probe();
        return probe.parse(answer, new TreeSet<>(List.of(question.subject())));
    }
}
