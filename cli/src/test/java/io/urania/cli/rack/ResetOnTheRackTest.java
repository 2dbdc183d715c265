package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import io.urania.cli.rack.ControllerProcess.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run fails half-way, or a cluster is broken: reset takes what there is, and the next apply makes a whole cluster. */
@Tag("nightly")
final class ResetOnTheRackTest extends TestOnTheRack {

    private static final String UNDO = """
            systemctl stop rack-busy.service 2>/dev/null || :
            rm -f /var/lib/dpkg/updates/0001 /etc/containerd/config.toml.edited
            """;

    @SuppressWarnings("NullAway.Init") // set before every test
    private String worker;

    @BeforeEach
    void findWorker() throws Exception {
        worker = rack.worker();
    }

    @AfterEach
    void theNextApplyMakesAWholeCluster() throws Exception {
        rack.makeWhole();
        for (String host : rack.names()) {
            rack.run(host, UNDO);
        }
        succeeds("apply", "--yes");
        assertTheClusterIsWhole();
    }

    @Test
    void whereAPortOfTheKubeletIsTakenDuringTheRun() throws Exception {
        succeeds("reset", "--yes");
        try (ControllerProcess run =
                at(step -> step.host().equals(worker) && step.title().startsWith("write "))) {
            take(worker, 10250);

            assertThat(run.code()).as(run.said()).isEqualTo(1);
            assertThat(run.failures()).contains(worker, ":10250: bind: address already in use", "systemd-socket-");
        }

        assertResetLeavesNothing();
        assertThat(rack.run(worker, "systemctl is-active rack-busy.service")).isEqualTo("active");
        assertThat(urania.run("check").errors()).contains("port 10250 is taken by ", "rack-busy.service)");
    }

    @Test
    void whereAPortOfEtcdIsTakenDuringTheRun() throws Exception {
        String member = rack.controlPlane();
        succeeds("reset", "--yes");
        try (ControllerProcess run =
                at(step -> step.host().equals(member) && step.title().startsWith("write "))) {
            take(member, 2380);

            assertThat(run.code()).as(run.said()).isEqualTo(1);
            assertThat(run.failures()).contains(member, ":2380: bind: address already in use", "systemd-socket-");
        }

        assertResetLeavesNothing();
        assertThat(urania.run("check").errors()).contains("port 2380 is taken by ", "rack-busy.service)");
    }

    @Test
    void whereContainerdDoesNotStart() throws Exception {
        rack.run(worker, """
                systemctl stop containerd.service
                echo 'this is no configuration' >/etc/containerd/config.toml
                systemctl start containerd.service || :
                """);

        assertResetLeavesNothing();
        assertThat(rack.run(worker, "cat /etc/containerd/config.toml.edited")).isEqualTo("this is no configuration");
    }

    @Test
    void whereTheDiskIsFull() throws Exception {
        rack.fill(worker, List.of("/usr", "/opt"));

        assertResetLeavesNothing();
    }

    @Test
    void whereAnInstallationOfPackagesWasCutOff() throws Exception {
        rack.run(worker, ": >/var/lib/dpkg/updates/0001");

        assertResetLeavesNothing();
    }

    /** It would go on running, with its data and its certificates. */
    @Test
    void whereAMemberIsNoLongerInGroupEtcd() throws Exception {
        List<String> members = rack.controlPlanes();
        assumeThat(members).hasSizeGreaterThan(1);
        List<Path> inventories = EditedInventory.of(
                rack, scratch, text -> EditedInventory.withGroup(text, "etcd", members.subList(0, 1)));

        assertResetLeavesNothing(urania.run(inventories, "reset", "--yes"));
        assertThat(rack.run(
                        members.getLast(), "ls -d /var/lib/etcd/* /etc/systemd/system/etcd.service 2>/dev/null || :"))
                .isEmpty();
        assertThat(rack.run(members.getLast(), "cat /proc/[0-9]*/comm 2>/dev/null || :"))
                .doesNotContain("etcd");
    }

    private void assertResetLeavesNothing() throws Exception {
        assertResetLeavesNothing(urania.run("reset", "--yes"));
    }

    private void assertResetLeavesNothing(Said reset) throws Exception {
        assertThat(reset.code()).as(reset.output() + reset.errors()).isZero();
        for (String host : rack.names()) {
            assertThat(rack.run(host, """
                    ls -d /etc/kubernetes /etc/etcd /var/lib/urania 2>/dev/null || :
                    find /etc/containerd /etc/cni -type f ! -name '*.edited' 2>/dev/null || :
                    ls /var/lib/kubelet /var/lib/containerd 2>/dev/null || :
                    """)).as(host).doesNotContain("/etc/", "pods", "urania");
        }
    }

    private void take(String host, int port) throws Exception {
        rack.run(
                host,
                "systemd-run --quiet --unit=rack-busy systemd-socket-activate --listen=%d --inetd --accept cat"
                        .formatted(port));
        rack.eventually(host, "listening | grep -q ':%d$'".formatted(port));
    }

    private ControllerProcess at(Predicate<Step> wanted) throws Exception {
        ControllerProcess run = ControllerProcess.apply(rack.directory(), scratch);
        assertThat(run.awaitBegin(wanted)).as(run.said()).isPresent();
        return run;
    }
}
