package io.urania.engine.resource.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.fact.Facts;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Decisions;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.ModificationProbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceTest {

    private static final String CONFIG = "/etc/etcd.env";
    private static final String PROGRAM = "/usr/local/bin/etcd";
    private static final Service ETCD = Service.of("etcd.service", List.of(CONFIG), List.of(PROGRAM));

    /** Recorded on Debian 12 (systemd 252), haproxy.service shortened to what is asked for. */
    private static final String RECORDED = """
            now 1795400000.512345678 5000.25

            Id=etcd.service
            Names=etcd.service
            ActiveState=active
            UnitFileState=enabled
            ActiveEnterTimestampMonotonic=4100750000
            StateChangeTimestampMonotonic=4100750000

            Id=ssh.service
            Names=sshd.service ssh.service
            ActiveState=active
            UnitFileState=enabled
            ActiveEnterTimestampMonotonic=3000000
            StateChangeTimestampMonotonic=4000000

            Id=kubelet.service
            Names=kubelet.service
            ActiveState=inactive
            UnitFileState=
            ActiveEnterTimestampMonotonic=0
            """;

    @Test
    void readsWhatSystemdSays() {
        Map<String, ServiceFact> facts = ServiceProbe.INSTANCE.parse(
                RECORDED, new TreeSet<>(List.of("etcd.service", "kubelet.service", "sshd.service")));

        assertThat(facts)
                .containsOnly(
                        Map.entry("etcd.service", new ServiceFact("active", "enabled", 1795399101012L)),
                        Map.entry("sshd.service", new ServiceFact("active", "enabled", 1795395003262L, 1795395004262L)),
                        Map.entry("kubelet.service", new ServiceFact("inactive", "", 0)));
    }

    /** A start a quarter of a second after a full one: whole seconds could not tell its order with a file of that second. */
    @ParameterizedTest
    @CsvSource({"0.00", "0.30", "0.60", "0.99"})
    void aStartIsNeverOlderThanAFileWrittenJustBefore(double fraction) {
        String now = "now %.9f %.2f".formatted(1000 + fraction, 900 + fraction);
        String output = now + "\n\nId=a.service\nActiveState=active\nActiveEnterTimestampMonotonic=1250000\n";

        assertThat(ServiceProbe.INSTANCE
                        .parse(output, new TreeSet<>(List.of("a.service")))
                        .get("a.service")
                        .since())
                .isBetween(101_249L, 101_251L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            active       | enabled   | 100 | 100 | -
            active       | enabled   | 100 | 99  | -
            active       | enabled   | 100 | 101 | restart etcd.service
            active       | static    | 100 | 100 | -
            active       | generated | 100 | 100 | -
            active       | disabled  | 100 | 100 | enable etcd.service
            active       | ''        | 100 | 100 | enable etcd.service
            inactive     | enabled   | 0   | 100 | start etcd.service
            failed       | enabled   | 0   | 100 | start etcd.service
            activating   | enabled   | 0   | 100 | start etcd.service
            """)
    void decidesByWhatIsSo(String active, String enabled, long since, long modified, String title) {
        Optional<Difference> difference =
                Sandbox.difference(ETCD, facts(new ServiceFact(active, enabled, since), modified));

        assertThat(difference.map(Difference::title)).isEqualTo(Optional.ofNullable(title));
    }

    /** Recorded in a container on Debian 12, before and after systemd was asked to start the unit. */
    @Test
    void tellsUnitsThatSystemdSkips() {
        String output = """
                now 1795400000.5 5000.25

                Id=systemd-timesyncd.service
                ActiveState=inactive
                UnitFileState=enabled
                ConditionResult=no
                ConditionTimestampMonotonic=4100750000

                Id=chrony.service
                ActiveState=inactive
                UnitFileState=disabled
                ConditionResult=no
                ConditionTimestampMonotonic=0
                """;

        Map<String, ServiceFact> facts = ServiceProbe.INSTANCE.parse(
                output, new TreeSet<>(List.of("chrony.service", "systemd-timesyncd.service")));

        assertThat(facts.get("systemd-timesyncd.service").isSkipped()).isTrue();
        assertThat(facts.get("chrony.service").isSkipped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            inactive | enabled  | true  | -
            inactive | disabled | true  | enable etcd.service
            inactive | enabled  | false | start etcd.service
            failed   | enabled  | false | start etcd.service
            active   | enabled  | false | restart etcd.service
            """)
    void aUnitThatSystemdSkipsMayBeAsItShouldBe(String active, String enabled, boolean skipped, String title) {
        Facts facts = facts(new ServiceFact(active, enabled, 100, 100, skipped), 101);

        assertThat(Sandbox.difference(ETCD.whereItCan(), facts).map(Difference::title))
                .isEqualTo(Optional.ofNullable(title));
        assertThat(Sandbox.difference(ETCD, facts)).isNotEmpty();
    }

    @Test
    void restartsInItsTurnThroughItsGate() {
        Service gated = ETCD.restartedThrough(new Gate("etcd members", "ask the others", "ask this one"));

        assertThat(Sandbox.difference(gated, facts(new ServiceFact("active", "enabled", 100), 101)))
                .hasValueSatisfying(restart -> {
                    assertThat(restart.turn()).contains("etcd members");
                    assertThat(restart.operation().apply(_ -> Optional.empty()).script())
                            .containsSubsequence("ask the others", "systemctl restart", "ask this one");
                });
        assertThat(Sandbox.difference(gated, facts(new ServiceFact("failed", "enabled", 0), 101)))
                .hasValueSatisfying(start -> {
                    assertThat(start.turn()).isEmpty();
                    assertThat(start.operation().apply(_ -> Optional.empty()).script())
                            .doesNotContain("ask");
                });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"100, 100, -", "100, 101, reload etcd.service", "102, 101, -", "102, 103, reload etcd.service"})
    void reloadsWhatCanBeReloaded(long reloaded, long modified, String title) {
        Optional<Difference> difference = Sandbox.difference(
                ETCD.reloading(), facts(new ServiceFact("active", "enabled", 100, reloaded), modified));

        assertThat(difference.map(Difference::title)).isEqualTo(Optional.ofNullable(title));
    }

    @Test
    void restartsForANewProgramWhatCanBeReloaded() {
        assertThat(Sandbox.difference(
                                ETCD.reloading(),
                                facts(new ServiceFact("active", "enabled", 100), 50),
                                List.of(new TaskId("here", "program " + PROGRAM)))
                        .map(Difference::title))
                .contains("restart etcd.service");
    }

    @Test
    void startsAUnitThatIsNotThereYet() {
        Facts facts = Decisions.facts()
                .put(ServiceProbe.of("etcd.service"), new ServiceFact("inactive", "", 0))
                .put(FileProbe.at(CONFIG), new FileFact.Absent())
                .build();

        assertThat(Sandbox.difference(ETCD, facts).map(Difference::title)).contains("start etcd.service");
    }

    @ParameterizedTest
    @CsvSource({"file /etc/etcd.env", "program /usr/local/bin/etcd"})
    void restartsAfterAChangeOfWhatItRunsWith(String changing) {
        assertThat(Sandbox.difference(
                                ETCD,
                                facts(new ServiceFact("active", "enabled", 100), 50),
                                List.of(new TaskId("here", changing)))
                        .map(Difference::title))
                .contains("restart etcd.service");
    }

    /** A run that was killed between the new program and the restart is repaired by the next one. */
    @ParameterizedTest
    @CsvSource({"100, 101, true", "100, 100, false", "100, 99, false"})
    void restartsAUnitThatIsOlderThanItsProgram(long since, long modified, boolean restarts) {
        Facts facts = Decisions.facts()
                .put(ServiceProbe.of("etcd.service"), new ServiceFact("active", "enabled", since))
                .put(FileProbe.at(CONFIG), new FileFact.Regular("644", "root", "", 50))
                .put(ModificationProbe.at(PROGRAM), OptionalLong.of(modified))
                .build();

        assertThat(Sandbox.difference(ETCD, facts).isPresent()).isEqualTo(restarts);
    }

    @Test
    void readsWhenFilesWereChanged() {
        assertThat(ModificationProbe.INSTANCE.parse(
                        "1795399101.221 /usr/local/bin/etcd\n5 /with a space\nnone /absent\n",
                        new TreeSet<>(List.of(PROGRAM))))
                .containsOnly(
                        Map.entry(PROGRAM, OptionalLong.of(1795399101221L)),
                        Map.entry("/with a space", OptionalLong.of(5000)),
                        Map.entry("/absent", OptionalLong.empty()));
    }

    @Test
    void leavesTheStartToTheTaskThatDoesItItself() {
        TaskId join = new TaskId("here", "join");
        Service kubelet = new Service("kubelet.service", List.of(CONFIG), List.of(), List.of(join));
        Facts facts = Decisions.facts()
                .put(ServiceProbe.of("kubelet.service"), new ServiceFact("inactive", "", 0))
                .put(FileProbe.at(CONFIG), new FileFact.Absent())
                .build();

        assertThat(Sandbox.difference(kubelet, facts, List.of(join))).isEmpty();
        assertThat(Sandbox.difference(Service.of("kubelet.service", List.of(CONFIG), List.of()), facts))
                .isNotEmpty();
    }

    private static Facts facts(ServiceFact service, long modified) {
        return Decisions.facts()
                .put(ServiceProbe.of("etcd.service"), service)
                .put(ModificationProbe.at(PROGRAM), OptionalLong.empty())
                .put(FileProbe.at(CONFIG), new FileFact.Regular("644", "root", "", modified))
                .build();
    }
}
