package io.urania.cluster.preflight.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.system.Software;
import io.urania.engine.resource.packages.PackageFact;
import io.urania.engine.resource.packages.PackageProbe;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.system.apt.Apt;
import io.urania.engine.system.pacman.Pacman;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemSupportTest {
    private static final String ERATO = ArticleRack.host("erato");
    private static final Rule MISSING = new MissingSoftware(
            Map.of(ERATO, Set.of(Software.CONTAINER_RUNTIME, Software.SOCKET_RELAY, Software.TIME_SERVICE)));
    private static final Rule HELD = new HeldPackages(Map.of(ERATO, Set.of(Software.SOCKET_RELAY)));

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before every test
    private ArticleRack rack;

    @SuppressWarnings("NullAway.Init") // set before every test
    private FactsOf facts;

    @BeforeEach
    void makeRack() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        facts = FactsOf.bareHosts(rack);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debian   | 11    | ''      | ''
            raspbian | 10    | ERROR   | its last update was in June 2024, and its packages are no longer on the mirrors
            debian   | 9     | ERROR   | it is older than Debian 10 (buster), the oldest release that Urania knows
            debian   | ''    | WARNING | this version of Urania does not know the release and treats it as Debian 13 (trixie)
            ubuntu   | 26.04 | WARNING | this version of Urania does not know the release and treats it as Ubuntu 24.04 (noble)
            fedora   | 37    | ERROR   | this version of Urania installs packages with apt and pacman only
            """)
    void aReleaseThatIsTooOldIsRefusedAndOneThatIsNewIsToldOf(String id, String version, String level, String why) {
        erato(new OsRelease(id, Set.of(), "Some Linux", version, ""));

        List<Finding> findings = found(new UnsupportedSystem());

        assertThat(findings).hasSize(level.isEmpty() ? 0 : 1).allSatisfy(finding -> {
            assertThat(finding.host()).isEqualTo(ERATO);
            assertThat(finding.what()).isEqualTo("its operating system is Some Linux");
            assertThat(finding.level()).isEqualTo(Level.valueOf(level));
            assertThat(finding.why()).isEqualTo(why);
        });
    }

    @Test
    void aDerivedSystemIsTreatedAsTheOneThatItWasMadeFrom() {
        erato(new OsRelease("linuxmint", Set.of("ubuntu", "debian"), "Linux Mint 22", "22", ""));

        assertThat(found(new UnsupportedSystem()))
                .singleElement()
                .extracting(Finding::level, Finding::why)
                .containsExactly(
                        Level.WARNING, "it is derived from Ubuntu, and Urania treats it as Ubuntu 24.04 (noble)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debian   | 11    | Debian 11 (bullseye) does not have containerd 1.6 or 1.7
            debian   | 12    | ''
            debian   | 13    | ''
            raspbian | 10    | ''
            ubuntu   | 24.04 | Ubuntu 24.04 (noble) does not have containerd 1.6 or 1.7
            archarm  | ''    | Arch Linux ARM does not have containerd 1.6 or 1.7
            fedora   | 37    | ''
            """)
    void softwareThatASystemDoesNotHaveIsFoundUnlessNothingIsInstalledThereAnyway(
            String id, String version, String what) {
        erato(new OsRelease(id, Set.of(), "Some Linux", version, ""));

        assertThat(found(MISSING)).extracting(Finding::what).isEqualTo(what.isEmpty() ? List.of() : List.of(what));
        assertThat(found(MISSING))
                .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.ERROR));
    }

    @Test
    void aPackageOnHoldIsFoundIfItWouldHaveToBeInstalled() {
        assertThat(found(HELD)).isEmpty();

        facts.with(ERATO, PackageProbe.of("socat"), new PackageFact(new Apt(), true, true));
        assertThat(found(HELD)).isEmpty();

        facts.with(ERATO, PackageProbe.of("socat"), new PackageFact(new Apt(), false, true));
        assertThat(found(HELD)).singleElement().satisfies(finding -> {
            assertThat(finding.host()).isEqualTo(ERATO);
            assertThat(finding.what()).isEqualTo("packages are on hold: socat");
            assertThat(finding.remedy()).isEqualTo("apt-mark unhold socat");
        });

        facts.with(ERATO, PackageProbe.of("socat"), new PackageFact(new Pacman(), false, true));
        assertThat(found(HELD)).isEmpty();
    }

    private void erato(OsRelease os) {
        facts.with(ERATO, SystemProbe.QUESTION, Systems.saying(os, Systems.rackHost(Cgroups.V2)));
    }

    private List<Finding> found(Rule rule) {
        return rule.findings(new Situation(rack.spec(), rack.view(), facts.book()));
    }
}
