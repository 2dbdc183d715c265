package io.urania.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.Memory;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.layout.Subnet;
import io.urania.lab.machine.Machine.UsedNetwork;
import io.urania.lab.platform.Architecture;
import io.urania.lab.platform.Distribution;
import io.urania.lab.platform.Platform;
import io.urania.lab.report.RackProblem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final long GIGABYTE = 1_000_000_000;
    private static final String OWNER = "urania rack /racks/one";
    private static final List<RackNode> HOSTS = List.of(
            new RackNode("pandore.example", "10.42.253.40", Role.CONTROL_PLANE),
            new RackNode("thalia.example", "10.42.253.51", Role.WORKER),
            new RackNode("balancer.example", "10.42.253.52", Role.LOAD_BALANCER));
    private static final UsedNetwork ELSEWHERE = new UsedNetwork("eth0", Subnet.parse("192.0.2.0/24"));

    @Test
    void aFitMachineHasNoProblems() {
        assertThat(check(machine(2 * GIGABYTE, ELSEWHERE, Optional.empty()))).isEmpty();
    }

    @Test
    void theRacksOwnBridgeIsNoProblem() {
        var ours = new UsedNetwork("urania0", RackNetwork.ARTICLE.subnet());

        assertThat(check(machine(2 * GIGABYTE, ours, Optional.of(OWNER)))).isEmpty();
    }

    @Test
    void anotherRackOnTheBridgeIsNamed() {
        assertThat(check(machine(2 * GIGABYTE, ELSEWHERE, Optional.of("urania rack /racks/two"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("urania0", "/racks/two"));
    }

    @Test
    void aNetworkThatOverlapsIsNamedWithItsInterface() {
        var tunnel = new UsedNetwork("tun0", Subnet.parse("10.42.0.0/16"));

        assertThat(check(machine(2 * GIGABYTE, tunnel, Optional.empty())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("10.42.253.0/24", "10.42.0.0/16", "tun0"));
    }

    @Test
    void memoryIsCountedPerHostAndControlPlane() {
        assertThat(check(machine(1_100_000_000, ELSEWHERE, Optional.empty()))).isEmpty();
        assertThat(check(machine(1_099_999_999, ELSEWHERE, Optional.empty())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("1099 MB", "1100 MB needed"));
    }

    @Test
    void virtualMachinesTakeTheirWholeMemory() {
        var thalia = HOSTS.get(1).withKind(HostKind.VIRTUAL_MACHINE);

        assertThat(Preflight.check(
                        machine(GIGABYTE, ELSEWHERE, Optional.empty()),
                        Path.of("/racks/one"),
                        RackNetwork.ARTICLE,
                        OWNER,
                        List.of(thalia)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).contains("1000 MB", "1910 MB needed");
                    assertThat(problem.why()).isEqualTo("1 virtual machines take 1910 MB");
                });
    }

    @Test
    void aLimitCountsWhereItIsLessThanWhatAHostUsuallyTakes() {
        List<RackNode> hosts = List.of(
                HOSTS.get(0).withMemory(new Memory(256)), HOSTS.get(1).withMemory(new Memory(924)), HOSTS.get(2));

        assertThat(check(machine(668_435_456, ELSEWHERE, Optional.empty()), hosts))
                .isEmpty();
        assertThat(check(machine(668_435_455, ELSEWHERE, Optional.empty()), hosts))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo("668 MB of memory available, 668 MB needed");
                    assertThat(problem.why())
                            .isEqualTo("2 hosts take 200 MB each and 0 control planes 500 MB more;"
                                    + " 1 hosts are limited to 268 MB");
                });
    }

    @Test
    void aVirtualMachineTakesTheMemoryThatItWasGiven() {
        var thalia = HOSTS.get(1).withKind(HostKind.VIRTUAL_MACHINE).withMemory(new Memory(924));

        assertThat(check(machine(GIGABYTE, ELSEWHERE, Optional.empty()), thalia))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("1268 MB needed"));
    }

    @Test
    void aKernelThatCannotLimitMemoryIsNoHindranceUnlessItIsAsked() {
        var thalia = HOSTS.get(1).withMemory(new Memory(924));
        Machine machine = machine(2 * GIGABYTE, ELSEWHERE, Optional.empty(), true, false);

        assertThat(check(machine)).isEmpty();
        assertThat(check(machine, thalia.withKind(HostKind.VIRTUAL_MACHINE))).isEmpty();
        assertThat(check(machine, thalia)).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("this machine's kernel has no memory cgroup");
            assertThat(problem.why()).contains("thalia");
        });
    }

    @Test
    void hostsOfAForeignArchitectureNeedAKernelThatRunsTheirPrograms() {
        Architecture foreign = Arrays.stream(Architecture.values())
                .filter(Architecture::isForeign)
                .findFirst()
                .orElseThrow();
        var thalia = HOSTS.get(1).withPlatform(new Platform(Distribution.DEBIAN_12, foreign));

        assertThat(check(machine(2 * GIGABYTE, ELSEWHERE, Optional.empty(), true), thalia))
                .isEmpty();
        assertThat(check(machine(2 * GIGABYTE, ELSEWHERE, Optional.empty(), false), thalia))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).contains("no binfmt_misc");
                    assertThat(problem.why()).contains(foreign.label());
                });
        assertThat(check(machine(2 * GIGABYTE, ELSEWHERE, Optional.empty(), false), HOSTS.get(1)))
                .isEmpty();
    }

    private static List<RackProblem> check(Machine machine, RackNode host) {
        return check(machine, List.of(host));
    }

    private static List<RackProblem> check(Machine machine, List<RackNode> hosts) {
        return Preflight.check(machine, Path.of("/racks/one"), RackNetwork.ARTICLE, OWNER, hosts);
    }

    @Test
    void aPathThatMountsCannotTakeIsRefused() {
        var machine = machine(2 * GIGABYTE, ELSEWHERE, Optional.empty());

        assertThat(Preflight.check(machine, Path.of("/racks/my rack"), RackNetwork.ARTICLE, OWNER, HOSTS))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("'/racks/my rack'"));
    }

    @Test
    void everythingIsToldAtOnce() {
        var machine = new Machine(
                "Linux",
                false,
                0,
                0,
                "overlay",
                List.of(new UsedNetwork("eth0", Subnet.parse("10.0.0.0/8"))),
                Optional.of(""),
                List.of("veth", "overlay"),
                false,
                false,
                false,
                List.of(),
                Optional.empty());

        assertThat(check(machine))
                .extracting(RackProblem::what)
                .hasSize(10)
                .anyMatch(what -> what.equals("not root"))
                .anyMatch(what -> what.contains("memory"))
                .anyMatch(what -> what.contains("disk free"))
                .anyMatch(what -> what.contains("file system"))
                .anyMatch(what -> what.contains("another program"))
                .anyMatch(what -> what.contains("is in use"))
                .anyMatch(what -> what.endsWith("kernel has no veth"))
                .anyMatch(what -> what.contains("/etc/apt"))
                .anyMatch(what -> what.contains("resolver"));
    }

    @Test
    void anotherOperatingSystemIsTheOnlyThingWorthSaying() {
        var machine = new Machine(
                "Mac OS X",
                false,
                0,
                0,
                "",
                List.of(),
                Optional.empty(),
                List.of(),
                true,
                true,
                true,
                List.of(),
                Optional.empty());

        assertThat(check(machine))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("this machine runs Mac OS X"));
    }

    @Test
    void routesAreReadAsTheKernelPrintsThem() {
        assertThat(RouteTable.parse(List.of(
                        "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
                        "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0",
                        "urania0\t00FD2A0A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0")))
                .containsExactly(new UsedNetwork("urania0", Subnet.parse("10.42.253.0/24")));
    }

    @Test
    void onlyResolversThatHostsCanReachCount() {
        assertThat(ResolverFile.nameServers(List.of(
                        "# made by hand",
                        "search example",
                        "nameserver 127.0.0.53",
                        "nameserver 192.0.2.53",
                        "nameserver fe80::1")))
                .containsExactly("192.0.2.53");
    }

    private static List<RackProblem> check(Machine machine) {
        return Preflight.check(machine, Path.of("/racks/one"), RackNetwork.ARTICLE, OWNER, HOSTS);
    }

    private static Machine machine(long memory, UsedNetwork network, Optional<String> bridgeOwner) {
        return machine(memory, network, bridgeOwner, true);
    }

    private static Machine machine(
            long memory, UsedNetwork network, Optional<String> bridgeOwner, boolean binaryFormats) {
        return machine(memory, network, bridgeOwner, binaryFormats, true);
    }

    private static Machine machine(
            long memory,
            UsedNetwork network,
            Optional<String> bridgeOwner,
            boolean binaryFormats,
            boolean memoryLimits) {
        return new Machine(
                "Linux",
                true,
                memory,
                100 * GIGABYTE,
                "ext4",
                List.of(network),
                bridgeOwner,
                List.of(),
                true,
                binaryFormats,
                memoryLimits,
                List.of("192.0.2.53"),
                Optional.of("http://mirror.example/debian"));
    }
}
