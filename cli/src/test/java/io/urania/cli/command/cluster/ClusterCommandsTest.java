package io.urania.cli.command.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.cli.SamplePlan;
import io.urania.cli.command.CommandLineOnPipes;
import io.urania.cli.command.FakeCluster;
import io.urania.cli.console.RecordedConsole;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.benchmark.CisBenchmark;
import io.urania.cluster.benchmark.Control;
import io.urania.cluster.benchmark.Judged;
import io.urania.cluster.benchmark.Verdict;
import io.urania.cluster.operation.Greetings.Greeting;
import io.urania.cluster.operation.StorageReport;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.lease.LeaseAnswer;
import io.urania.engine.lease.LeaseClaim;
import io.urania.engine.run.Report;
import io.urania.engine.storage.WriteLatency;
import io.urania.engine.system.LoginFact;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClusterCommandsTest {

    private static final Finding LITTLE_DISK = new Finding(
            "little-disk", Level.ERROR, SamplePlan.CLIO, "only 20 MiB are free", "programs need 2048", "make room");
    private static final Finding FAST_CLOCK = new Finding(
            "clock", Level.WARNING, SamplePlan.CLIO, "the clock is 3 s fast", "certificates are young", "set it");
    private static final Finding SAME_ON_ANOTHER = new Finding(
            "clock", Level.WARNING, SamplePlan.PANDORE, FAST_CLOCK.what(), FAST_CLOCK.why(), FAST_CLOCK.remedy());

    @TempDir
    private Path directory;

    private final FakeCluster cluster = new FakeCluster();

    @BeforeEach
    void makeAnInventory() throws IOException {
        Files.createDirectory(directory.resolve("inventory"));
    }

    @Test
    void planShowsChangesAndEndsWell() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("plan")).isZero();
        assertThat(urania.output()).contains("start etcd.service  [pandore]").endsWith("up to date.\n");
        assertThat(cluster.wasChanged()).isFalse();
        assertThat(cluster.wasClosed()).isTrue();
    }

    @Test
    void planWithDetailedExitCodeEndsWithFourIfThereAreChanges() {
        assertThat(new CommandLineOnPipes(directory, cluster).run("plan", "--detailed-exitcode"))
                .isEqualTo(4);
    }

    @Test
    void planWithDetailedExitCodeEndsWithZeroIfThereAreNone() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster.planned(SamplePlan.EMPTY));

        assertThat(urania.run("plan", "--detailed-exitcode")).isZero();
        assertThat(urania.output()).isEqualTo("No changes: all 11 items are up to date.\n");
    }

    @Test
    void planAsJsonIsOneObjectAndNothingElse() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("plan", "--json")).isZero();
        assertThat(urania.output().lines()).singleElement().asString().startsWith("{\"format\":1,");
    }

    @Test
    void planShowsThePartThatIsMeant() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("plan", "--host", "clio", "--only", "host-preparation"))
                .isZero();
        assertThat(urania.output())
                .contains("write /etc/hosts  [clio]", "3 changes of the whole plan left out.")
                .doesNotContain("etcd.service");
    }

    @ParameterizedTest
    @CsvSource({
        "--host=erato, no host of the cluster has this name",
        "--only=nsa, unknown phase; choose from host-preparation"
    })
    void planKnowsItsHostsAndPhases(String option, String told) {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("plan", option)).isEqualTo(2);
        assertThat(urania.errors()).contains(told);
    }

    @Test
    void applyDoesThePlanThatWasKeptAndNothingElse() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("plan", "--host", "clio", "--only", "host-preparation", "--out", "plan.json"))
                .isZero();
        assertThat(urania.output()).contains("./urania apply plan.json");
        assertThat(urania.run("apply", "--yes", "plan.json"))
                .as(urania.errors())
                .isZero();
        assertThat(cluster.carriedOut().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.id()).isEqualTo(SamplePlan.CLIO_HOSTS));
        assertThat(cluster.wasHandedOut()).isFalse();
    }

    @Test
    void applyRefusesAPlanThatIsNotWhatWouldBeDoneNow() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("plan", "--out", "plan.json")).isZero();
        cluster.planned(SamplePlan.EMPTY);
        assertThat(urania.run("apply", "--yes", "plan.json")).isEqualTo(1);
        assertThat(urania.errors())
                .contains("nothing changed", SamplePlan.PANDORE + ": service etcd: nothing left to change");
        assertThat(cluster.wasChanged()).isFalse();
    }

    @Test
    void applyChangesHostsAndSaysWhatTookTheTimeAndWhatIsNext() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("apply", "--yes")).isZero();
        assertThat(urania.output())
                .contains("4 changes on 2 hosts in ")
                .contains("The longest 3 of 3 steps on the critical path")
                .contains("ingress_nginx_enabled (addons.yaml:3:1): no ingress controller is installed")
                .endsWith("Next:\n  export KUBECONFIG=inventory/artifacts/admin.conf\n  ./urania status\n");
    }

    @Test
    void suggestedCommandsNameTheSameInventory() throws IOException {
        Files.writeString(directory.resolve("pass"), "secret\n");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run(
                        "apply",
                        "--yes",
                        "-i",
                        "my rack",
                        "-i",
                        "more",
                        "--vault-password-file",
                        "pass",
                        "-e",
                        "@all.yaml"))
                .isZero();

        assertThat(urania.output())
                .endsWith("  ./urania status -i 'my rack' -i more -e @all.yaml --vault-password-file pass\n");
    }

    @Test
    void whatIsToBeTypedAfterAFailureHasTheOptionsOfTheRun() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster.reporting(SamplePlan.failed()));

        assertThat(urania.run("apply", "--yes", "-i", "more", "--forks", "3", "--bundle", "a b", "-e", "password=x"))
                .isEqualTo(1);

        assertThat(urania.errors())
                .contains("Once this is fixed: ./urania apply -i more --bundle 'a b' --forks 3   (with the same -e)")
                .doesNotContain("password=x");
    }

    @Test
    void aPasswordIsNotAskedForWhereNobodyCanTypeIt() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("plan", "-K")).isEqualTo(2);

        assertThat(urania.errors())
                .startsWith("urania: -K: ")
                .contains("at a terminal", "nothing was changed", "ansible_become_password", "--vault-password-file");
    }

    @Test
    void applyWithNothingToDoSaysSo() {
        Report nothing = new Report(SamplePlan.EMPTY, Map.of(), Map.of(), Duration.ZERO);
        CommandLineOnPipes urania = new CommandLineOnPipes(
                directory, cluster.planned(SamplePlan.EMPTY).reporting(nothing));

        assertThat(urania.run("apply")).isZero();
        assertThat(urania.output()).startsWith("No changes: all 11 items are up to date (0.0s).\n");
        assertThat(cluster.wasChanged()).isFalse();
    }

    @Test
    void applyWithNothingToDoStillSeesWhetherTheClusterIsWell() {
        cluster.planned(SamplePlan.EMPTY).complaining("clio is not Ready");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("apply")).isEqualTo(1);
        assertThat(urania.errors()).contains("nothing to change", "  clio is not Ready");
    }

    @Test
    void applyWithNothingToDoWaitsForAClusterThatIsJustComingUp() {
        cluster.planned(SamplePlan.EMPTY).complaining("clio is not Ready").healing();
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("apply")).as(urania.errors()).isZero();
        assertThat(cluster.wasHandedOut()).isTrue();
    }

    @Test
    void applyWithNothingToDoFailsIfTheClusterDoesNotComeUp() {
        cluster.planned(SamplePlan.EMPTY).complaining("clio is not Ready").verified(SamplePlan.failed());
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("apply")).isEqualTo(1);
        assertThat(urania.errors()).contains("etcd: address in use");
        assertThat(cluster.wasHandedOut()).isFalse();
    }

    @Test
    void applyFailsIfTheClusterDoesNotWorkAfterwards() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster.verified(SamplePlan.failed()));

        assertThat(urania.run("apply", "--yes")).isEqualTo(1);
        assertThat(urania.errors()).contains("etcd: address in use");
        assertThat(cluster.wasHandedOut()).isFalse();
    }

    @Test
    void resetAsksAndChanges() {
        RecordedConsole recorded = CommandLineOnPipes.typing("y\n");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, recorded, cluster);

        assertThat(urania.run("reset")).isZero();
        assertThat(urania.errors()).contains("This deletes the cluster and everything in it. Continue? [y/N] ");
        assertThat(cluster.wasChanged()).isTrue();
    }

    @Test
    void prepareAsksAndChanges() {
        RecordedConsole recorded = CommandLineOnPipes.typing("y\n");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, recorded, cluster);

        assertThat(urania.run("prepare")).isZero();
        assertThat(urania.errors()).contains("Make these changes? [y/N] ");
        assertThat(cluster.wasChanged()).isTrue();
    }

    @Test
    void prepareChangesNothingThatIsKnownToFail() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster.finding(LITTLE_DISK));

        assertThat(urania.run("prepare", "--yes")).isEqualTo(1);
        assertThat(cluster.wasChanged()).isFalse();
    }

    @Test
    void statusEndsWithOneIfSomethingIsNotWell() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster.complaining("clio is not Ready"));

        assertThat(urania.run("status")).isEqualTo(1);
        assertThat(urania.output()).endsWith("unhealthy: clio is not Ready\n");
    }

    @Test
    void statusEndsWithZeroIfAllIsWell() {
        assertThat(new CommandLineOnPipes(directory, cluster).run("status", "--json"))
                .isZero();
    }

    @Test
    void applyDoesNotChangeAnythingUnasked() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("apply")).isEqualTo(2);
        assertThat(urania.errors()).contains("there is no terminal to ask").contains("add --yes");
        assertThat(cluster.wasChanged()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"y, 0, true", "n, 1, false"})
    void applyAsksOnATerminal(String answer, int code, boolean changed) {
        RecordedConsole recorded = CommandLineOnPipes.typing(answer + "\n");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, recorded, cluster);

        assertThat(urania.run("apply")).isEqualTo(code);
        assertThat(urania.errors()).contains("Make these changes? [y/N] ");
        assertThat(cluster.wasChanged()).isEqualTo(changed);
    }

    @Test
    void aFailedChangeIsToldByHostWithTheNextCommand() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster.reporting(SamplePlan.failed()));

        assertThat(urania.run("apply", "--yes")).isEqualTo(1);
        assertThat(urania.errors()).isEqualTo("""
                Failed on 1 of 2 hosts: 1 step failed, 1 not started because of that, 2 of 4 done in 2.6s.
                etcd: start etcd.service  [pandore]
                  command:
                      unit=etcd.service
                      systemctl restart "$unit"
                  last output:
                      etcd: address in use
                      exit 1
                  1 change waits for it
                  to investigate: ssh pi@pandore.friends.intra.example.com
                Once this is fixed: ./urania apply   (it continues where this run stopped)
                """);
    }

    @Test
    void hostsThatFailForTheSameReasonShareAnEntry() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster.reporting(SamplePlan.failedAlike()));

        assertThat(urania.run("apply", "--yes")).isEqualTo(1);
        assertThat(urania.errors())
                .startsWith("Failed on 2 of 2 hosts: 2 steps failed, ")
                .containsOnlyOnce("host preparation: write /etc/hosts  [pandore clio]")
                .contains("      the disk of pandore.friends.intra.example.com is full\n")
                .doesNotContain("the disk of clio");
    }

    @Test
    void anInterruptedRunSaysWhatWasNotDoneAndHowToGoOn() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster.reporting(SamplePlan.interrupted()));

        assertThat(urania.run("apply", "--yes")).isEqualTo(130);
        assertThat(urania.errors()).isEqualTo("""
                Stopped after 0.7s: 2 of 4 done, 0 failed; no step is running.
                2 changes not started, because the run was interrupted:
                  etcd                      1 on 1 host
                  workers                   1 on 1 host
                To continue: ./urania apply   (it continues where this run stopped)
                """);
        assertThat(cluster.concluded()).isEqualTo("INTERRUPTED 130");
        assertThat(cluster.wasHandedOut()).isFalse();
    }

    @Test
    void noFailuresAtAllCannotBeAskedFor() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("apply", "--yes", "--max-failures", "0")).isEqualTo(2);
        assertThat(urania.errors()).isEqualTo("urania: --max-failures 0: must be at least 1\n");
    }

    @Test
    void applyAsJsonEndsWithTheResult() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("apply", "--yes", "--json")).isZero();
        assertThat(urania.output()).startsWith("{\"event\":\"result\",\"succeeded\":true,\"changes\":4,");
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, 3", "HOST_KEY, 3", "LOGIN, 3", "PRIVILEGE, 1", "LOST, 1"})
    void hostsThatCannotBeUsedAreNamed(Cause cause, int code) {
        cluster.unreachable(SamplePlan.CLIO, new TransportException(cause, "clio: why not; what to do"));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("apply", "--yes")).isEqualTo(code);
        assertThat(urania.errors()).isEqualTo("urania: 1 of 2 hosts cannot be used:\n  clio: why not; what to do\n");
        assertThat(cluster.wasChanged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply --yes", "plan", "plan --json", "check"})
    void nothingIsDoneWhereItWouldFail(String command) {
        cluster.finding(LITTLE_DISK, FAST_CLOCK, SAME_ON_ANOTHER);
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run(command.split(" "))).isEqualTo(1);
        assertThat(urania.errors()).contains("""
                error: clio: only 20 MiB are free
                  = why: programs need 2048
                  = help: make room
                warning: clio, pandore: the clock is 3 s fast
                  = why: certificates are young
                  = help: set it
                """.stripTrailing());
        assertThat(cluster.wasChanged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply --yes", "plan", "check"})
    void aWarningIsToldAndInNobodysWay(String command) {
        cluster.finding(FAST_CLOCK);
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run(command.split(" "))).isZero();
        assertThat(urania.errors()).startsWith("warning: clio: the clock is 3 s fast\n");
    }

    @Test
    void checkKeepsToTheRulesThatAreAskedFor() {
        cluster.finding(LITTLE_DISK, FAST_CLOCK, SAME_ON_ANOTHER);
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("check", "--only", "clock", "--json")).isZero();
        JsonObject json = JsonParser.parseString(urania.output()).getAsJsonObject();
        assertThat(json.get("passed").getAsBoolean()).isTrue();
        assertThat(json.getAsJsonArray("rules").toString()).isEqualTo("[\"clock\"]");
        assertThat(json.getAsJsonArray("findings"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(
                                finding.getAsJsonObject().get("level").getAsString())
                        .isEqualTo("warning"));
        assertThat(json.getAsJsonArray("findings")
                        .get(0)
                        .getAsJsonObject()
                        .get("host")
                        .getAsString())
                .isEqualTo(SamplePlan.CLIO);
    }

    @Test
    void aRuleThatThereIsNotIsWrongUsage() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("check", "--only", "clok")).isEqualTo(2);
        assertThat(urania.errors()).contains("there is no rule 'clok'; did you mean 'clock'?");
    }

    @Test
    void checkSaysWhenNothingStandsInTheWay() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("check")).isZero();
        assertThat(urania.output()).isEqualTo("All checks passed on 2 hosts.\n");
    }

    @Test
    void checkJudgesByTheBenchmarkWhereThatIsAskedFor() {
        cluster.judged(report(
                new Verdict.Failed("--profiling is true", "set kube_profiling: false"),
                new Verdict.Passed(),
                Map.of()));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("check", "--cis")).isEqualTo(1);
        assertThat(urania.output()).isEqualTo("""
                FAIL  1.2.15 No profiles
                      clio: --profiling is true
                      = help: set kube_profiling: false
                n/a   3.1.1  People have no client certificates
                      who gets which credentials is for people to judge

                CIS Kubernetes Benchmark 1.12, sections 1 to 4: 0 passed, 1 failed, 1 not applicable.
                """);
    }

    @Test
    void aHostThatWasNotSeenIsNotPassed() {
        cluster.judged(report(new Verdict.Passed(), new Verdict.Passed(), Map.of("pandore", "no route to host")));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("check", "--cis", "--json")).isEqualTo(1);
        JsonObject json = JsonParser.parseString(urania.output()).getAsJsonObject();
        assertThat(json.get("passed").getAsBoolean()).isFalse();
        assertThat(json.getAsJsonObject("unseen").get("pandore").getAsString()).isEqualTo("no route to host");
        assertThat(json.getAsJsonArray("controls")
                        .get(0)
                        .getAsJsonObject()
                        .get("state")
                        .getAsString())
                .isEqualTo("passed");
    }

    @Test
    void whatIsPassedEverywhereIsDone() {
        cluster.judged(report(new Verdict.Passed(), new Verdict.Passed(), Map.of()));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("check", "--cis")).isZero();
        assertThat(urania.run("check", "--cis", "--only", "clock")).isEqualTo(2);
    }

    @Test
    void checkMeasuresDisksWhereThatIsAskedFor() {
        cluster.measured(new StorageReport(
                Map.of("clio", List.of(latency(3)), "pandore", List.of(latency(48))), new TreeMap<>()));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("check", "--storage")).isEqualTo(1);
        assertThat(urania.output()).isEqualTo("""
                pass  clio: 99 % of writes in /var/lib/etcd take up to 3 ms, half of them 1.5 ms, the slowest 3 ms
                FAIL  pandore: 99 % of writes in /var/lib/etcd take up to 48 ms, half of them 1.5 ms, the slowest 48 ms

                etcd wants 99 % of writes on the disk in less than 10 ms: with slower disks, leaders change under load.
                  = help: put etcd_data_dir on an SSD, or raise etcd_heartbeat_interval and etcd_election_timeout
                """);
        assertThat(urania.run("check", "--storage", "--only", "little-room")).isEqualTo(2);
    }

    @Test
    void disksThatAreFastEnoughPass() {
        cluster.measured(new StorageReport(Map.of("clio", List.of(latency(3))), new TreeMap<>()));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("check", "--storage", "--json")).isZero();
        JsonObject json = JsonParser.parseString(urania.output()).getAsJsonObject();
        assertThat(json.get("passed").getAsBoolean()).isTrue();
        assertThat(json.getAsJsonObject("hosts")
                        .getAsJsonArray("clio")
                        .get(0)
                        .getAsJsonObject()
                        .get("p99_ms")
                        .getAsDouble())
                .isEqualTo(3);
    }

    /** Half of the writes take 1.5 ms, the others as long as that. */
    private static WriteLatency latency(int milliseconds) {
        List<Duration> writes = new ArrayList<>(Collections.nCopies(50, Duration.ofNanos(1_500_000)));
        writes.addAll(Collections.nCopies(50, Duration.ofMillis(milliseconds)));
        return new WriteLatency("/var/lib/etcd", writes);
    }

    private static BenchmarkReport report(Verdict ofClio, Verdict ofPandore, Map<String, String> unseen) {
        Control profiles = CisBenchmark.CONTROLS.stream()
                .filter(control -> control.id().equals("1.2.15"))
                .findFirst()
                .orElseThrow();
        Control people = CisBenchmark.CONTROLS.stream()
                .filter(control -> control.id().equals("3.1.1"))
                .findFirst()
                .orElseThrow();
        return new BenchmarkReport(
                List.of(
                        new Judged(profiles, "clio", ofClio),
                        new Judged(profiles, "pandore", ofPandore),
                        new Judged(
                                people,
                                "clio",
                                new Verdict.NotApplicable("who gets which credentials is for people to judge"))),
                new TreeMap<>(unseen));
    }

    @Test
    void problemsOfAnInventoryComeInTheOrderOfTheirPlaces() {
        InventoryException bad = new InventoryException(List.of(
                Problem.error(new Position(Path.of("b.yaml"), 2, 1), "third", "", ""),
                Problem.error(new Position(Path.of("a.yaml"), 9, 4), "second", "why", "remedy"),
                Problem.error(null, "first", "", "")));
        CommandLineOnPipes urania = failing(bad);

        assertThat(urania.run("plan")).isEqualTo(2);
        assertThat(urania.errors()).isEqualTo("""
                error: first

                error: second
                 --> a.yaml:9:4
                  = why: why
                  = help: remedy

                error: third
                 --> b.yaml:2:1
                """);
    }

    @Test
    void aLockedClusterHasItsOwnExitCode() {
        CommandLineOnPipes urania = failing(new Refusal(ExitCode.LOCKED, "another run is at work"));

        assertThat(urania.run("apply", "--yes")).isEqualTo(5);
        assertThat(urania.errors()).isEqualTo("urania: another run is at work\n");
    }

    @Test
    void pingShowsWhoAnswersAndWhoDoesNot() {
        cluster.greeting(SamplePlan.PANDORE, greeting("pi", "root"))
                .unreachable(SamplePlan.CLIO, new TransportException(Cause.UNREACHABLE, "clio: no route to host"));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("ping")).isEqualTo(3);
        assertThat(urania.output())
                .contains(
                        "pandore.friends.intra.example.com   pi      by sudo   Debian GNU/Linux 12   aarch64, 32-bit programs   0.3s")
                .endsWith("1 of 2 hosts answered.\n");
        assertThat(urania.errors()).isEqualTo("clio: no route to host\n");
    }

    @Test
    void aKeyIsMadeOnceAndPutOnHostsOnce() {
        cluster.keyless(SamplePlan.PANDORE).keyless(SamplePlan.CLIO);
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);
        Path file = directory.resolve("keys/own");

        assertThat(urania.run("ssh-key", "--file", file.toString())).isZero();
        assertThat(urania.output())
                .startsWith("New key " + file + ": 256 SHA256:")
                .contains("clio", "added");
        assertThat(file.resolveSibling("own.pub")).content().startsWith("ssh-ed25519 ");

        CommandLineOnPipes again = new CommandLineOnPipes(directory, cluster);
        assertThat(again.run("ssh-key", "--file", file.toString())).isZero();
        assertThat(again.output())
                .startsWith("Key " + file)
                .contains("accepted before")
                .doesNotContain("added");
    }

    @Test
    void aHostThatDoesNotLetInIsToldWithItsReason() {
        cluster.keyless(SamplePlan.PANDORE)
                .unreachable(SamplePlan.CLIO, new TransportException(Cause.UNREACHABLE, "clio: no route to host"));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("ssh-key", "--file", directory.resolve("key").toString(), "--type", "rsa"))
                .isEqualTo(3);
        assertThat(urania.output()).contains("(RSA)", "not accepted");
        assertThat(urania.errors()).isEqualTo("clio: no route to host\n");
    }

    @Test
    void aFileThatIsNoKeyIsNotTakenForOne() throws Exception {
        Path file = Files.writeString(directory.resolve("key"), "text\n");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("ssh-key", "--file", file.toString())).isEqualTo(2);
        assertThat(urania.errors()).contains("ssh-keygen: ");
        assertThat(file).content().isEqualTo("text\n");
    }

    @Test
    void pingSaysWhereCommandsHaveNoRights() {
        cluster.greeting(SamplePlan.PANDORE, greeting("pi", "pi")).greeting(SamplePlan.CLIO, greeting("root", "root"));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("ping")).isEqualTo(1);
        assertThat(urania.output()).endsWith("All 2 hosts answered.\n");
        assertThat(urania.errors()).startsWith(SamplePlan.PANDORE + ": commands do not run as root");
    }

    private static Greeting greeting(String user, String effective) {
        SystemFact system = new SystemFact(
                "pandore",
                new OsRelease("debian", Set.of(), "Debian GNU/Linux 12", "12", ""),
                "aarch64",
                32,
                "6.12",
                4,
                1L << 30,
                SystemFact.Cgroups.V2,
                Set.of(),
                true,
                1L << 30);
        return new Greeting(Optional.of(new LoginFact(user, effective)), Optional.of(system), Duration.ofMillis(280));
    }

    @Test
    void unlockSaysWhoHoldsWhatAndExplainsItselfBeforeItAsks() {
        LeaseClaim bert = new LeaseClaim(
                "1pk8x3q4", "p", "bert@desk (process 7)", Instant.parse("2026-11-24T09:00:00Z"), "urania apply");
        cluster.leased(SamplePlan.CLIO, new LeaseAnswer.Held(bert, Duration.ofSeconds(42)))
                .leased(SamplePlan.PANDORE, new LeaseAnswer.Free());
        RecordedConsole recorded = CommandLineOnPipes.typing("y\n");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, recorded, cluster);

        assertThat(urania.run("unlock")).isZero();
        assertThat(urania.output())
                .contains(
                        "clio.friends.intra.example.com   expires in 42s   bert@desk (process 7)   urania apply   2026-")
                .contains("stop that run first")
                .doesNotContain("pandore")
                .endsWith("Leases removed from 1 host.\n");
        assertThat(cluster.leases()).containsOnlyKeys(SamplePlan.PANDORE);
    }

    @Test
    void unlockTakesNothingAwayUnasked() {
        LeaseClaim bert = new LeaseClaim("1pk8x3q4", "p", "bert@desk", Instant.EPOCH, "urania apply");
        cluster.leased(SamplePlan.CLIO, new LeaseAnswer.Held(bert, Duration.ZERO));
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("unlock")).isEqualTo(2);
        assertThat(urania.output()).contains("expired");
        assertThat(cluster.leases()).containsOnlyKeys(SamplePlan.CLIO);
    }

    @Test
    void unlockHasNothingToDoWhereNobodyHoldsALease() {
        cluster.leased(SamplePlan.CLIO, new LeaseAnswer.Free());
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, cluster);

        assertThat(urania.run("unlock")).isZero();
        assertThat(urania.output()).isEqualTo("No run holds a lease on these hosts.\n");
    }

    @Test
    void theJournalIsToldHowARunEnded() {
        new CommandLineOnPipes(directory, cluster).run("apply", "--yes");
        assertThat(cluster.concluded()).isEqualTo("DONE 0");
        cluster.unreachable(SamplePlan.CLIO, new TransportException(Cause.UNREACHABLE, "no"));
        new CommandLineOnPipes(directory, cluster).run("apply", "--yes");
        assertThat(cluster.concluded()).isEqualTo("FAILED 3");
    }

    @Test
    void anInterruptedCommandEndsWithTheShellsNumber() {
        assertThat(failing(new InterruptedException()).run("apply", "--yes")).isEqualTo(130);
    }

    @Test
    void aMissingFileIsNamed() {
        CommandLineOnPipes urania = failing(new NoSuchFileException("some/file"));

        assertThat(urania.run("plan")).isEqualTo(1);
        assertThat(urania.errors()).isEqualTo("urania: some/file: no such file or directory\n");
    }

    @Test
    void aDefectIsOneLineAndItsStackTraceIsInTheLog() throws IOException {
        CommandLineOnPipes urania = failing(new IllegalStateException("a surprise"));

        assertThat(urania.run("plan", "--forks", "3")).isEqualTo(1);
        assertThat(urania.errors().lines())
                .singleElement()
                .asString()
                .contains("a surprise", urania.log().toString());
        assertThat(Files.readString(urania.log()))
                .startsWith(
                        "2026-11-24T10:00:00Z urania plan --forks 3\njava.lang.IllegalStateException: a surprise\n\tat ");
    }

    @Test
    void debugShowsTheStackTrace() {
        CommandLineOnPipes urania = failing(new IllegalStateException("a surprise"));

        assertThat(urania.run("plan", "--debug")).isEqualTo(1);
        assertThat(urania.errors()).contains("java.lang.IllegalStateException: a surprise", "\tat io.urania.cli");
    }

    private CommandLineOnPipes failing(Exception failure) {
        return new CommandLineOnPipes(directory, RecordedConsole.onPipes(), _ -> {
            switch (failure) {
                case InventoryException inventory -> throw inventory;
                case Refusal expected -> throw expected;
                case InterruptedException interrupt -> throw interrupt;
                case IOException io -> throw io;
                case RuntimeException defect -> throw defect;
                default -> throw new IllegalArgumentException("an opener does not throw this", failure);
            }
        });
    }
}
