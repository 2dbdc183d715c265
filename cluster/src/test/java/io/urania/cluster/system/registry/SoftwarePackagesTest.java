package io.urania.cluster.system.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.phases.Systems;
import io.urania.cluster.system.OtherSystem;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.debian.Debian;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.UnknownFactException;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact.Cgroups;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoftwarePackagesTest {

    private static final SoftwarePackages PACKAGES = new SoftwarePackages(
            List.of(Software.LOAD_BALANCER, Software.SOCKET_RELAY), List.of(new Debian(), new OtherSystem()), true);

    @Test
    void areCalledAsTheHostsSystemCallsThem() {
        assertThat(PACKAGES.on(host("debian"))).containsExactly("haproxy", "socat");
        assertThat(PACKAGES.on(host(OtherSystem.ID))).containsExactly("other-load-balancer", "other-socket-relay");
    }

    @Test
    void areAskedForByAllTheirNames() {
        assertThat(PACKAGES.candidates())
                .containsExactly("haproxy", "other-load-balancer", "other-socket-relay", "socat");
        assertThat(PACKAGES.words()).containsExactly("haproxy", "other-load-balancer", "socat", "other-socket-relay");
    }

    @Test
    void areNoneWhereTheSystemIncludesThemOrDoesNotHaveThem() {
        Facts arch = host("arch");

        assertThat(SoftwarePackages.of(List.of(Software.TIME_SERVICE, Software.CONNECTION_TRACKING))
                        .on(arch))
                .containsExactly("conntrack-tools");
        assertThat(SoftwarePackages.whereItIs(List.of(Software.LOAD_BALANCER_CONSOLE))
                        .on(arch))
                .isEmpty();
    }

    @Test
    void areUnknownOnASystemThatNobodyHasDescribed() {
        assertThatThrownBy(() -> PACKAGES.on(host("fedora")))
                .isInstanceOf(UnknownFactException.class)
                .hasMessage("a host: its operating system is Some Linux; use " + OperatingSystems.choices());
    }

    private static Facts host(String id) {
        return Systems.facts(
                Systems.saying(new OsRelease(id, Set.of(), "Some Linux", "", ""), Systems.rackHost(Cgroups.V2)));
    }
}
