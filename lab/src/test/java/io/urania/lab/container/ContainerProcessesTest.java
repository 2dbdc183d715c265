package io.urania.lab.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.system.ProcessTable;
import io.urania.lab.system.ProcessTable.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerProcessesTest {
    private static final Path CLIO = Path.of("/racks/one/hosts/clio/root");
    private static final List<String> BOOT =
            List.of("sh", "/racks/one/hosts/boot.sh", "/racks/one/hosts/clio", "/base", "clio-urania0", "urania0");
    private static final List<String> NSPAWN =
            List.of("systemd-nspawn", "--boot", "--directory=/racks/one/hosts/clio/root", "--machine=clio-urania0");

    @Test
    void theLeaderIsTheFirstProcessOnTheHostsOwnLayer() {
        var hosts = hosts(
                process(10, BOOT),
                process(20, NSPAWN),
                first(30, "/racks/one/hosts/clio/upper"),
                first(40, "/var/lib/containerd/snapshots/7/fs"),
                process(50, List.of("sshd")));

        assertThat(hosts.leader(CLIO)).hasValue(30);
        assertThat(hosts.all(CLIO)).containsExactly(10L, 20L, 30L);
    }

    @Test
    void aHostThatIsJustStartingIsUpAndHasNoLeaderYet() {
        var hosts = hosts(process(10, BOOT), process(20, NSPAWN));

        assertThat(hosts.leader(CLIO)).isEmpty();
        assertThat(hosts.isUp(CLIO)).isTrue();
    }

    @Test
    void aHostWhoseSupervisorWasKilledIsStillFound() {
        assertThat(hosts(first(30, "/racks/one/hosts/clio/upper")).all(CLIO)).containsExactly(30L);
    }

    @Test
    void anotherRacksHostOfTheSameNameIsNotMeant() {
        var hosts = hosts(process(20, NSPAWN), first(30, "/racks/one/hosts/clio/upper"));

        assertThat(hosts.isUp(Path.of("/racks/two/hosts/clio/root"))).isFalse();
    }

    @Test
    void readsAProcessFromProc() {
        assertThat(ProcessTable.parse(
                        List.of("Name:\tsystemd", "Pid:\t9752", "PPid:\t9730", "NSpid:\t9752\t1"),
                        "/sbin/init\0--log\0"))
                .isEqualTo(new Entry(9752, 9730, 1, List.of("/sbin/init", "--log"), Optional.empty()));
        assertThat(ProcessTable.parse(List.of("Pid:\t2", "PPid:\t0", "NSpid:\t2"), "")
                        .arguments())
                .isEmpty();
    }

    private static ContainerProcesses hosts(Entry... processes) {
        return new ContainerProcesses(new ProcessTable(List.of(processes)));
    }

    private static Entry process(long id, List<String> arguments) {
        return new Entry(id, 1, id, arguments, Optional.empty());
    }

    private static Entry first(long id, String layer) {
        return new Entry(id, 1, 1, List.of("/lib/systemd/systemd"), Optional.of(Path.of(layer)));
    }
}
