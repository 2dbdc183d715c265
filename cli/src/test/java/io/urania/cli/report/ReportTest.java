package io.urania.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.SamplePlan;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.engine.run.CriticalPath;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {

    @Test
    void aPlanShowsEachChangeOnceWithItsHosts() {
        assertThat(String.join("\n", new PlanText(Style.PLAIN).of(SamplePlan.PLAN)))
                .isEqualTo("""
                host preparation
                  ~ write /etc/hosts  [pandore clio]
                      2 lines -> 14 lines

                etcd
                  ~ start etcd.service  [pandore]
                      stopped -> running

                workers
                  ~ join the cluster  [clio]

                4 changes on 2 hosts; 7 more are up to date.""");
    }

    @Test
    void anEmptyPlanSaysHowMuchIsAsItShouldBe() {
        assertThat(new PlanText(Style.PLAIN).of(SamplePlan.EMPTY))
                .containsExactly("No changes: all 11 items are up to date.");
    }

    @Test
    void theCriticalPathNamesStepsHostsAndWaits() {
        List<String> lines = CriticalPathText.of(
                CriticalPath.of(SamplePlan.done()), new HostNames(List.of(SamplePlan.PANDORE, SamplePlan.CLIO)));

        assertThat(String.join("\n", lines)).isEqualTo("""
                The longest 3 of 3 steps on the critical path (15s together):
                    0.5s  pandore  host preparation: write /etc/hosts
                    2.1s  pandore  etcd: start etcd.service
                     12s  clio     workers: join the cluster (waited 0.4s before)""");
    }

    @Test
    void whatKeepsSeveralFilesFromBeingWrittenIsSaidOnce() {
        List<String> lines = new FailureText(Style.PLAIN, host -> "ssh pi@" + host).of(SamplePlan.unwritable());

        assertThat(String.join("\n", lines)).isEqualTo("""
                host preparation: write /etc/hosts, and 1 more change  [pandore]
                  nothing can be written: no inodes left on /; remove many small files there (df -i /)
                  1 change waits for it
                  to investigate: ssh pi@pandore.friends.intra.example.com""");
    }

    @Test
    void aFailureSaysWhatWhereWhyAndWhatWaitsForIt() {
        List<String> lines = new FailureText(Style.PLAIN, host -> "ssh pi@" + host).of(SamplePlan.failed());

        assertThat(String.join("\n", lines)).isEqualTo("""
                etcd: start etcd.service  [pandore]
                  command:
                      unit=etcd.service
                      systemctl restart "$unit"
                  last output:
                      etcd: address in use
                      exit 1
                  1 change waits for it
                  to investigate: ssh pi@pandore.friends.intra.example.com""");
    }
}
