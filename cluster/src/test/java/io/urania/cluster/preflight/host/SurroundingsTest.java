package io.urania.cluster.preflight.host;

import static io.urania.cluster.preflight.host.HostFindings.ERATO;
import static io.urania.cluster.preflight.host.HostFindings.PANDORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.FactsOf;
import io.urania.engine.network.FirewallFact;
import io.urania.engine.network.FirewallFact.DroppingChain;
import io.urania.engine.network.FirewallFact.Hook;
import io.urania.engine.network.FirewallProbe;
import io.urania.engine.network.NameServersFact;
import io.urania.engine.network.NameServersProbe;
import io.urania.engine.process.RunningProcess;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.TextProbe;
import io.urania.engine.resource.packages.PackageManagerFact;
import io.urania.engine.resource.packages.PackageManagerProbe;
import io.urania.engine.resource.resolver.ResolverFact;
import io.urania.engine.resource.resolver.ResolverProbe;
import io.urania.engine.system.ClockFact;
import io.urania.engine.system.ClockProbe;
import io.urania.engine.system.UnitFact;
import io.urania.engine.system.UnitProbe;
import io.urania.engine.system.apt.Apt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Name servers, firewalls, clocks and package managers. */
class SurroundingsTest {
    private static final String RESOLVED = "/run/systemd/resolve/resolv.conf";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            192.168.1.1            | -           | ''        | -
            127.0.0.53             | 192.168.1.1 | ''        | -
            127.0.0.53             | -           | ''        | error erato: /etc/resolv.conf names only 127.0.0.53
            127.0.0.53             | 127.0.0.1   | ''        | error erato: /etc/resolv.conf names only 127.0.0.53
            127.0.0.53             | -           | 9.9.9.9   | -
            127.0.0.1 192.168.1.1  | -           | ''        | -
            none                   | -           | ''        | error erato: /etc/resolv.conf names no name server
            absent                 | -           | ''        | error erato: there is no /etc/resolv.conf
            absent                 | 192.168.1.1 | ''        | -
            absent                 | -           | 9.9.9.9   | error erato: there is no /etc/resolv.conf
            """)
    void podsMustInheritANameServerThatTheyCanReach(String usual, String resolved, String upstream, String complaint) {
        String variables = "upstream_dns_servers: [" + upstream + "]\n";
        HostFindings rack = HostFindings.of(new NoUpstreamNameServer(), directory, variables)
                .with(ERATO, NameServersProbe.in("/etc/resolv.conf"), servers(usual))
                .with(ERATO, NameServersProbe.in(RESOLVED), servers(resolved == null ? "absent" : resolved));

        assertThat(HostFindings.told(rack.found())).isEqualTo(complaint == null ? List.of() : List.of(complaint));
    }

    @Test
    void nameServersOfTheInventoryAreReachedByPodsWhateverTheHostHas() {
        for (String variables : List.of(
                "nameservers: [10.0.0.53]\n", "upstream_dns_servers: [10.0.0.53]\nsearchdomains: [example.org]\n")) {
            HostFindings rack = HostFindings.of(
                            new NoUpstreamNameServer(), directory, "resolvconf_mode: host_resolvconf\n" + variables)
                    .with(ERATO, NameServersProbe.in("/etc/resolv.conf"), servers("absent"))
                    .with(ERATO, NameServersProbe.in(RESOLVED), servers("absent"));

            assertThat(rack.found()).isEmpty();
        }
    }

    @Test
    void aHostThatIsToldHowToFindNamesIsOneOfAKnownKind() {
        ResolverFact connman =
                new ResolverFact(Optional.of("/run/connman/resolv.conf"), Set.of(), Map.of(), false, List.of(), false);
        ResolverFact networkManager = new ResolverFact(
                Optional.of("/run/NetworkManager/resolv.conf"),
                Set.of("NetworkManager"),
                Map.of(),
                false,
                List.of(),
                false);
        String domains = "resolvconf_mode: host_resolvconf\nupstream_dns_servers: []\nsearchdomains: [example.org]\n";

        assertThat(HostFindings.told(HostFindings.of(new StrangeResolvConf(), directory, domains)
                        .with(ERATO, ResolverProbe.QUESTION, connman)
                        .with(PANDORE, ResolverProbe.QUESTION, networkManager)
                        .found()))
                .satisfiesExactlyInAnyOrder(
                        told -> assertThat(told).startsWith("error erato: /etc/resolv.conf leads to /run/connman"),
                        told -> assertThat(told).startsWith("warning pandore: NetworkManager sees to"));
        assertThat(HostFindings.of(
                                new StrangeResolvConf(), directory, "resolvconf_mode: none\n" + domains.substring(33))
                        .with(ERATO, ResolverProbe.QUESTION, connman)
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            iif "lo" accept;ct state established,related accept;tcp dport 22 accept                 | error
            -A INPUT -i lo -j ACCEPT;-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT                     | error
            tcp dport { 22, 6443, 10250 } accept                                                     | warning
            ip saddr 10.42.253.0/24 accept                                                           | warning
            -A INPUT -j ufw-before-input                                                             | warning
            -A INPUT -p tcp -m tcp --dport 22 -j ACCEPT;-A INPUT -j LOG --log-prefix x;-A INPUT -j DROP | error
            ct state vmap { established : accept, related : accept };counter packets 1 bytes 60 drop | error
            """)
    void aChainThatDropsIsAnErrorWhereNoRuleCouldLetTheClusterThrough(String rules, String level) {
        HostFindings rack = HostFindings.of(new DroppedPackets(), directory)
                .with(
                        ERATO,
                        FirewallProbe.QUESTION,
                        firewall(new DroppingChain(
                                Hook.INPUT, "inet filter input", Arrays.asList(rules.split(";", -1)))));

        assertThat(rack.found()).singleElement().satisfies(finding -> {
            assertThat(finding.level().word()).isEqualTo(level);
            assertThat(finding.what()).startsWith("the firewall's chain inet filter input drops");
            assertThat(finding.why()).contains("10250");
        });
    }

    @Test
    void whatIsPassedOnIsLetThroughByOursInIptablesOwnChainOnly() {
        HostFindings rack = HostFindings.of(new DroppedPackets(), directory)
                .with(
                        ERATO,
                        FirewallProbe.QUESTION,
                        firewall(new DroppingChain(Hook.FORWARD, "ip filter FORWARD", List.of())))
                .with(
                        PANDORE,
                        FirewallProbe.QUESTION,
                        firewall(new DroppingChain(Hook.FORWARD, "inet filter forward", List.of())));

        assertThat(HostFindings.told(rack.found()))
                .containsExactly("error pandore: the firewall's chain inet filter forward drops what no rule accepts,"
                        + " and none accepts the cluster's packets");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            file          | 127.0.0.1 localhost | -
            file          | 10.1.2.3 \uFFFDrato | error erato: /etc/hosts is not UTF-8
            absent        | -                   | -
            directory     | -                   | error erato: /etc/hosts is a directory
            fifo          | -                   | error erato: /etc/hosts is a fifo
            symbolic link | 127.0.0.1 localhost | -
            symbolic link | -                   | error erato: /etc/hosts is a broken symbolic link
            """)
    void theHostsFileMustBeOneThatCanBeAddedTo(String kind, @Nullable String text, @Nullable String complaint) {
        FileFact fact = switch (kind) {
            case "file" -> new FileFact.Regular("644", "root", "", 0);
            case "absent" -> new FileFact.Absent();
            case "directory" -> new FileFact.Folder("755", "root");
            default -> new FileFact.Other(kind);
        };
        HostFindings rack = HostFindings.of(new StrangeHostsFile(), directory)
                .with(ERATO, FileProbe.at("/etc/hosts"), fact)
                .with(ERATO, TextProbe.at("/etc/hosts"), Optional.ofNullable(text));

        assertThat(HostFindings.told(rack.found())).isEqualTo(complaint == null ? List.of() : List.of(complaint));
    }

    @Test
    void firewalldIsNamedForWhatItMayReject() {
        HostFindings rack = HostFindings.of(new DroppedPackets(), directory)
                .with(ERATO, UnitProbe.of("firewalld.service"), new UnitFact("loaded", "active", List.of()));

        assertThat(HostFindings.told(rack.found())).containsExactly("warning erato: firewalld runs");
    }

    /** Hosts are asked from 0 s to 1 s: what lies between is no difference. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0 | -
            2900 | -
            3000 | warning erato: its clock is at least 2 seconds ahead of that of this machine
            -1900 | -
            -2000 | warning erato: its clock is at least 2 seconds behind that of this machine
            -299000 | warning erato: its clock is at least 4 minutes behind that of this machine
            -300000 | error erato: its clock is at least 5 minutes behind that of this machine
            -99000000 | error erato: its clock is at least 27 hours behind that of this machine
            9000000 | error erato: its clock is at least 2 hours ahead of that of this machine
            """)
    void onlyWhatIsCertainOfAClockCounts(long milliseconds, String complaint) {
        HostFindings rack = HostFindings.of(new ClocksDiffer(), directory)
                .with(
                        ERATO,
                        ClockProbe.QUESTION,
                        new ClockFact(FactsOf.ASKED.before().plus(Duration.ofMillis(milliseconds)), false));

        assertThat(HostFindings.told(rack.found())).isEqualTo(complaint == null ? List.of() : List.of(complaint));
    }

    @Test
    void aClockThatNothingKeepsRightIsNamedUnlessItIsAnothers() {
        UnitFact stopped = new UnitFact("loaded", "inactive", List.of());
        HostFindings rack = HostFindings.of(new NoTimeService(), directory)
                .with(ERATO, UnitProbe.of("systemd-timesyncd.service"), stopped)
                .with(PANDORE, UnitProbe.of("systemd-timesyncd.service"), stopped)
                .with(PANDORE, ClockProbe.QUESTION, new ClockFact(FactsOf.ASKED.before(), true));

        assertThat(HostFindings.told(rack.found())).containsExactly("warning erato: no service synchronizes its clock");
    }

    @Test
    void aClockForWhichUraniaInstallsAServiceIsNotNamed() {
        HostFindings rack = HostFindings.of(new NoTimeService(), directory, "ntp_enabled: true\n")
                .with(ERATO, UnitProbe.of("systemd-timesyncd.service"), new UnitFact("loaded", "inactive", List.of()));

        assertThat(HostFindings.told(rack.found())).isEmpty();
    }

    @Test
    void whoKeepsPackagesFromBeingInstalledIsNamed() {
        RunningProcess perl = new RunningProcess(812, "perl", "run-u7.service");
        HostFindings locked = HostFindings.of(new PackagesLocked(), directory)
                .with(ERATO, PackageManagerProbe.QUESTION, new PackageManagerFact(new Apt(), List.of(perl), true));
        HostFindings unfinished = HostFindings.of(new PackagesUnfinished(), directory)
                .with(ERATO, PackageManagerProbe.QUESTION, new PackageManagerFact(new Apt(), List.of(perl), true))
                .with(PANDORE, PackageManagerProbe.QUESTION, new PackageManagerFact(new Apt(), List.of(), true));

        assertThat(locked.found())
                .singleElement()
                .hasToString(ERATO + ": dpkg is locked by perl (pid 812, run-u7.service);"
                        + " packages cannot be installed until it is done;"
                        + " wait for it; if it does not finish: systemctl stop run-u7.service");
        assertThat(HostFindings.told(unfinished.found()))
                .containsExactly("warning pandore: a package installation was interrupted");
    }

    private static NameServersFact servers(String words) {
        return switch (words) {
            case "absent" -> new NameServersFact.Absent();
            case "none" -> new NameServersFact.Servers(List.of());
            default -> new NameServersFact.Servers(Arrays.asList(words.split(" ", -1)));
        };
    }

    private static FirewallFact firewall(DroppingChain chain) {
        return new FirewallFact(List.of(chain), false, false);
    }
}
