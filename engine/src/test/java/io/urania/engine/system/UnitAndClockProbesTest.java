package io.urania.engine.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.Asked;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.PlantedHost;
import io.urania.engine.system.UnitFact.DropIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UnitAndClockProbesTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsWhatSystemdMakesOfAUnitAndWhichFilesChangeIt(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write(
                    "/etc/systemd/system/kubelet.service.d/10-kubeadm.conf", "[Service]\nExecStart=\nExecStart=/a b\n");
            host.write("/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf", "[Service]\nExecStart=/c\n");
            // Switched off by a file of its name, as systemd.unit(5) has it.
            host.write("/usr/lib/systemd/system/kubelet.service.d/30-off.conf", "[Service]\nExecStart=/d\n");
            Files.createSymbolicLink(
                    host.at("/etc/systemd/system/kubelet.service.d/30-off.conf"), Path.of("/dev/null"));
            host.write("/usr/lib/systemd/system/kubelet.service.d/20 two words.conf", "[Service]\nExecStart=\nNice=1");
            host.program("systemctl", """
                    printf '%s\\n' Id=kubelet.service 'Names=kubelet.service' LoadState=masked ActiveState=inactive '' \\
                        Id=chrony.service 'Names=chrony.service chronyd.service' LoadState=loaded ActiveState=active
                    """);

            assertThat(host.askPlanted(UnitProbe.of("kubelet.service")))
                    .contains(new UnitFact(
                            "masked",
                            "inactive",
                            List.of(
                                    new DropIn("/etc/systemd/system/kubelet.service.d/10-kubeadm.conf", true),
                                    new DropIn("/usr/lib/systemd/system/kubelet.service.d/20 two words.conf", false))));
            assertThat(host.askPlanted(UnitProbe.of("chronyd.service")))
                    .hasValueSatisfying(unit -> assertThat(unit.isActive()).isTrue());
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void systemdThatDoesNotAnswerIsNoAnswer(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.program("systemctl", "exit 1\n");

            assertThat(host.askPlanted(UnitProbe.of("kubelet.service"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void theClockOfThisMachineIsRightBetweenQuestionAndAnswer(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            Facts facts = host.facts(List.of(ClockProbe.QUESTION));

            Asked asked = facts.asked().orElseThrow();
            // busybox may tell whole seconds only.
            assertThat(facts.answer(ClockProbe.QUESTION).now())
                    .isBetween(asked.before().minusSeconds(1), asked.after());
        }
    }

    @Test
    void readsClocks() {
        assertThat(clock("1764353700 250000000\n"))
                .contains(new ClockFact(Instant.parse("2025-11-28T18:15:00.250Z"), false));
        assertThat(clock("1764353700 %N\ncontainer\n"))
                .contains(new ClockFact(Instant.parse("2025-11-28T18:15:00Z"), true));
        assertThat(clock("")).isEmpty();
        assertThat(clock("date: no clock\n")).isEmpty();
    }

    private static Optional<ClockFact> clock(String output) {
        return Optional.ofNullable(ClockProbe.QUESTION
                .probe()
                .parse(output, new TreeSet<>(List.of("")))
                .get(""));
    }
}
