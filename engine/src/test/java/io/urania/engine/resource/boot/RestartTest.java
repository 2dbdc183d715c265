package io.urania.engine.resource.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Planner;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskGraph;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.service.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RestartTest {

    private static final String FILE = "/boot/firmware/cmdline.txt";
    private static final KernelArguments MEMORY = new KernelArguments(List.of(), true);
    private static final String WORD = "cgroup_enable=memory";

    @Test
    void aChangedFileIsFollowedByARestartThatIsMadeAcrossTheAbsence() {
        Difference difference = restart(MEMORY, false, boot("root=a", "root=a")).orElseThrow();

        assertThat(difference.before().toString()).contains("kernel arguments change");
        assertThat(difference.patience().absence()).isPositive();
        assertThat(difference.interrupts()).hasSize(1);
    }

    @Test
    void aRunThatWasCutOffAfterTheFileIsGoneOnWith() {
        assertThat(restart(MEMORY, false, given("root=a", "root=a " + WORD))
                        .orElseThrow()
                        .before()
                        .toString())
                .contains("the running kernel has not got " + WORD);
        assertThat(restart(MEMORY, false, given("root=a " + WORD, "root=a " + WORD)))
                .isEmpty();
    }

    @Test
    void theSystemsOwnWishCountsIfThatIsWanted() {
        BootFact upgraded = new BootFact("one", "root=a", Map.of(FILE, "root=a"), List.of(), List.of("a new kernel"));

        assertThat(restart(KernelArguments.NONE, false, upgraded)).isEmpty();
        assertThat(restart(KernelArguments.NONE, true, upgraded)
                        .orElseThrow()
                        .before()
                        .toString())
                .contains("a new kernel");
    }

    @Test
    void whatOthersNeedWaitsForItsTurn() {
        Gate gate = new Gate("control plane", "echo before\n", "echo after\n");
        Restart restart = new Restart(MEMORY, FirmwareSettings.NONE, false, Optional.of(gate));

        assertThat(difference(restart, boot("root=a", "root=a")).orElseThrow().turn())
                .contains("control plane");
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aMachineThatHasStartedAgainIsLookedAt(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/proc/sys/kernel/random/boot_id", "two\n");
            host.write("/proc/cmdline", "root=a " + WORD + "\n");
            host.write("/sys/fs/cgroup/cgroup.controllers", "cpu memory\n");
            assertThat(carryOut(host).succeeded()).isTrue();

            host.write("/sys/fs/cgroup/cgroup.controllers", "cpu\n");
            assertThat(carryOut(host).output()).contains("the control group of memory is still off");

            host.write("/proc/cmdline", "root=a\n");
            assertThat(carryOut(host).output()).contains("has not got the argument " + WORD);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void theGateComesFirst(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/proc/sys/kernel/random/boot_id", "one\n");
            Gate gate = new Gate("control plane", "echo 'not now'\nexit 1\n", "");
            Difference difference = difference(
                            new Restart(MEMORY, FirmwareSettings.NONE, false, Optional.of(gate)),
                            boot("root=a", "root=a"))
                    .orElseThrow();

            StepResult result = host.carryOut(harmless(difference));

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("not now").doesNotContain("restarting", "asked for");
        }
    }

    private static StepResult carryOut(Sandbox host) throws Exception {
        return host.carryOut(
                harmless(restart(MEMORY, false, boot("root=a", "root=a")).orElseThrow()));
    }

    /** This machine is not to be started again, whatever the script does. */
    private static Difference harmless(Difference difference) {
        Operation operation = difference.operation().apply(_ -> Optional.empty());
        String systemctl = """
                systemctl() { case $1 in reboot) echo 'asked for'; exit 1 ;; *) echo running ;; esac; }
                timeout() { shift 3; "$@"; }
                """;
        return Difference.of(
                difference.action(),
                difference.title(),
                difference.before(),
                difference.after(),
                Operation.of(systemctl + operation.script()));
    }

    private static BootFact boot(String running, String text) {
        return new BootFact("one", running, Map.of(FILE, text + "\n"), List.of(), List.of());
    }

    private static BootFact given(String running, String text) {
        return new BootFact("one", running, Map.of(FILE, text + "\n"), List.of(WORD), List.of());
    }

    private static Optional<Difference> restart(KernelArguments arguments, boolean forSystem, BootFact boot) {
        return difference(new Restart(arguments, FirmwareSettings.NONE, forSystem, Optional.empty()), boot);
    }

    private static Optional<Difference> difference(Restart restart, BootFact boot) {
        Facts facts = BootHosts.facts(boot, BootHosts.RASPBERRY_PI_KERNEL, Set.of("cpu"), 4096);
        TaskId arguments = new TaskId("here", restart.arguments().name());
        Task first = new Task(arguments, "phase", Lane.SYSTEM, restart.arguments(), Set.of());
        Task second = new Task(new TaskId("here", Restart.NAME), "phase", Lane.ALONE, restart, Set.of(arguments));
        return Planner.plan(TaskGraph.of(List.of(first, second)), new FactBook(Map.of("here", facts)))
                .changes()
                .stream()
                .filter(change -> change.id().name().equals(Restart.NAME))
                .map(Change::difference)
                .findFirst();
    }
}
