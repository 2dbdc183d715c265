package io.urania.cluster.phases.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.reader.RackFiles;
import io.urania.engine.fact.Facts;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.service.ServiceFact;
import io.urania.engine.resource.service.ServiceProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostClockTest {

    private static final String ON = "ntp_enabled: true\nntp_manage_config: true\n";

    private static final String ALL = ON + """
            ntp_servers: [ntp1.example.com iburst, '2001:db8::123 minpoll 6']
            ntp_restrict: [127.0.0.1, '::1', 10.0.0.0 mask 255.0.0.0 nomodify]
            ntp_filter_interface: true
            ntp_interfaces: [ignore wildcard, listen eth0]
            ntp_driftfile: /var/lib/ntpsec/drift
            ntp_tinker_panic: true
            ntp_force_sync_immediately: true
            ntp_timezone: Europe/Berlin
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "ntp, ntpsec.service, /etc/ntpsec/ntp.conf, ntp.conf",
        "ntpsec, ntpsec.service, /etc/ntpsec/ntp.conf, ntp.conf",
        "chrony, chrony.service, /etc/chrony/chrony.conf, chrony.conf",
        "systemd-timesyncd, systemd-timesyncd.service, /etc/systemd/timesyncd.conf.d/zz-urania.conf, timesyncd.conf",
    })
    void eachServiceHasItsUnitAndItsFile(String service, String unit, String file, String golden) {
        ArticleRack usual = rack(ON + "ntp_package: " + service + "\n");
        ArticleRack all = rack(ALL + "ntp_package: " + service + "\n");

        assertThat(usual.tasks()).anyMatch(task -> task.id().equals(id("erato", "service " + unit)));
        Golden.verify(getClass(), "usual-" + golden, file(usual, file));
        Golden.verify(getClass(), "all-" + golden, file(all, file));
    }

    @Test
    void theClockIsSetBeforeTheServiceStarts() {
        assertThat(file(rack(ALL + "ntp_package: chrony\n"), "/etc/systemd/system/chrony.service.d/urania.conf"))
                .isEqualTo("[Service]\nExecStartPre=-+/usr/bin/timeout -k 5 60 /usr/sbin/chronyd -q\n");
    }

    @Test
    void aHostOfWhichNothingIsWantedKeepsItsService() {
        ArticleRack rack = rack("ntp_enabled: false\nntp_package: chrony\nntp_manage_config: true\n");

        assertThat(rack.tasks())
                .noneMatch(task ->
                        task.id().name().contains("chrony") || task.id().name().contains("time zone"));
    }

    @Test
    void aPackagesOwnConfigurationStaysWhereNobodyWantsAnother() {
        assertThat(rack("ntp_enabled: true\n").tasks())
                .noneMatch(task -> task.id().name().startsWith("file /etc/ntpsec"))
                .anyMatch(task -> task.id().name().equals("service ntpsec.service"));
    }

    @Test
    void aServiceThatSystemdSkipsInAContainerIsAsItShouldBe() {
        ArticleRack rack = rack(ON);
        FactsOf facts = FactsOf.finishedHosts(rack);
        assertThat(rack.plan(facts.book()).changes()).isEmpty();

        facts.with(
                ArticleRack.host("erato"),
                ServiceProbe.of("ntpsec.service"),
                new ServiceFact("inactive", "enabled", 0, 0, true));
        assertThat(rack.plan(facts.book()).changes()).isEmpty();

        facts.with(
                ArticleRack.host("erato"),
                ServiceProbe.of("ntpsec.service"),
                new ServiceFact("inactive", "enabled", 0, 0, false));
        assertThat(rack.plan(facts.book()).changes())
                .extracting(Change::id)
                .containsExactly(id("erato", "service ntpsec.service"));
    }

    @ParameterizedTest
    @CsvSource({
        "ntp_servers: [], missing value for ntp_servers",
        "ntp_filter_interface: true, missing value for ntp_interfaces",
    })
    void whatIsMissingIsTold(String variable, String message) {
        assertThat(new RackFiles(directory).withVariables(ON + variable + "\n").errors())
                .anySatisfy(problem -> assertThat(problem.what()).startsWith(message));
    }

    private ArticleRack rack(String variables) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + variables);
    }

    private static String file(ArticleRack rack, String path) {
        return rack.file("erato", path, Facts.of("erato").build());
    }

    private static TaskId id(String host, String task) {
        return new TaskId(ArticleRack.host(host), task);
    }
}
