package io.urania.cluster.preflight.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.MachineFact;
import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.Situation;
import io.urania.engine.system.HardwareFact;
import io.urania.engine.system.HardwareProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HardwareRulesTest {
    private static final String ERATO = ArticleRack.host("erato");
    private static final String BALANCER = ArticleRack.host("balancer");

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

    static List<Rule> rules() {
        return List.of(new LargePages(), new LowVoltage(), new Overheated(), new ClonedHosts());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findNothingOnMachinesThatAreFine(Rule rule) {
        assertThat(found(rule)).isEmpty();
    }

    @Test
    void largePagesAreToldOfNodesOnly() {
        facts.with(ERATO, HardwareProbe.QUESTION, hardware(16384, 50, 0))
                .with(BALANCER, HardwareProbe.QUESTION, hardware(16384, 50, 0));

        assertThat(found(new LargePages())).singleElement().satisfies(finding -> {
            assertThat(finding.host()).isEqualTo(ERATO);
            assertThat(finding.what()).isEqualTo("its kernel has memory pages of 16 KiB");
        });
    }

    @Test
    void aWeakPowerSupplyIsToldNowAndLater() {
        facts.with(ERATO, HardwareProbe.QUESTION, hardware(4096, 50, 1))
                .with(BALANCER, HardwareProbe.QUESTION, hardware(4096, 50, 0x10000))
                // Slowed down by heat alone.
                .with(ArticleRack.host("pandore"), HardwareProbe.QUESTION, hardware(4096, 50, 0xe000e));

        assertThat(found(new LowVoltage())).extracting(Finding::host).containsExactlyInAnyOrder(ERATO, BALANCER);
    }

    @Test
    void heatIsToldFrom80DegreesOn() {
        facts.with(ERATO, HardwareProbe.QUESTION, hardware(4096, 80, 0))
                .with(BALANCER, HardwareProbe.QUESTION, hardware(4096, 79, 0));

        assertThat(found(new Overheated())).extracting(Finding::host).containsExactly(ERATO);
    }

    @Test
    void cardsThatWereCopiedAreToldApartFromInterfacesWithOneAddress() {
        MachineFact machine = new MachineFact("0123456789abcdef0123456789abcdef", new TreeSet<>(), false, false);
        var question = MachineProbe.question(rack.spec().paths().manifests());
        facts.with(ERATO, question, machine).with(BALANCER, question, machine);
        HardwareFact linked = new HardwareFact(
                "",
                4096,
                OptionalInt.empty(),
                Optional.empty(),
                List.of("52:54:00:01:02:03", "52:54:00:01:02:03"),
                "4c4c4544-0042-3610-8052-b4c04f4e4b32",
                "AAAAC3");
        facts.with(ArticleRack.host("pandore"), HardwareProbe.QUESTION, linked)
                .with(ArticleRack.host("hellenes"), HardwareProbe.QUESTION, linked);

        assertThat(found(new ClonedHosts()))
                .extracting(Finding::level)
                .containsExactly(Level.ERROR, Level.WARNING, Level.WARNING, Level.WARNING);
    }

    private static HardwareFact hardware(int page, int celsius, int throttled) {
        return new HardwareFact(
                "Raspberry Pi 4", page, OptionalInt.of(celsius), Optional.of(throttled), List.of(), "", "");
    }

    private List<Finding> found(Rule rule) {
        return rule.findings(new Situation(rack.spec(), rack.view(), facts.book()));
    }
}
