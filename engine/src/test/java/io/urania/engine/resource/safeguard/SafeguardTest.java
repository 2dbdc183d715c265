package io.urania.engine.resource.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way back of a host, in every shell. */
class SafeguardTest {

    private static final List<PlannedFile> FILES = List.of(
            new PlannedFile("/etc/old", "644", Optional.of("old\n"), Optional.of("new\n")),
            new PlannedFile("/etc/made/new", "600", Optional.empty(), Optional.of("new\n")),
            new PlannedFile("/etc/gone", "644", Optional.of("gone\n"), Optional.empty()),
            new PlannedFile("/etc/same", "644", Optional.of("same\n"), Optional.of("same\n")));

    private static final Difference CHANGE = change("");

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatIsConfirmedStays(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell)) {
            assertSucceeds(host.carryOut(CHANGE));
            assertChanged(host);
            assertThat(host.said())
                    .contains("leave")
                    .containsSubsequence(
                            "systemd-run --quiet --unit=urania-trial-back --on-active=90 --timer-property=AccuracySec=1s"
                                    + " /bin/sh /var/lib/urania/back/trial/back.sh",
                            "leave",
                            "enter");
            assertThat(host.sandbox().ask(UnconfirmedProbe.of("trial"))).hasValue(true);

            assertSucceeds(host.confirm(CHANGE));

            assertThat(host.said()).endsWith("systemctl stop urania-trial-back.timer");
            assertThat(host.sandbox().ask(UnconfirmedProbe.of("trial"))).hasValue(false);
            assertSucceeds(host.timeOver("trial"));
            assertChanged(host);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatIsNotConfirmedIsTakenBackAndCannotBeConfirmedLater(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell)) {
            assertSucceeds(host.carryOut(CHANGE));

            assertSucceeds(host.timeOver("trial"));

            assertAsBefore(host);
            assertThat(host.said()).endsWith("leave", "enter");
            StepResult late = host.confirm(CHANGE);
            assertThat(late.succeeded()).isFalse();
            assertThat(late.output()).contains("has put its former settings back already");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatFailsIsTakenBackAtOnce(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell)) {
            StepResult result = host.carryOut(change("echo 'no good'; exit 3\n"));

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.output()).contains("no good");
            assertAsBefore(host);
            assertThat(host.said()).endsWith("leave", "enter", "systemctl stop urania-trial-back.timer");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aChangeThatWasNeverConfirmedIsTakenBackBeforeTheNext(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell)) {
            assertSucceeds(host.carryOut(CHANGE));

            // The plan was made when the first change was there.
            Difference second = difference(new Safeguard(
                    "trial",
                    List.of(new PlannedFile("/etc/old", "644", Optional.of("new\n"), Optional.of("newer\n"))),
                    "",
                    "",
                    "",
                    ""));
            StepResult result = host.carryOut(second);

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("has been taken back", "/etc/old has changed since the plan was made");
            assertAsBefore(host);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void withoutATimerNothingIsChanged(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell, "systemd_run() { return 1; }\n")) {
            StepResult result = host.carryOut(CHANGE);

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("nothing was changed: systemd-run cannot start the timer");
            assertAsBefore(host);
            assertThat(host.sandbox().ask(UnconfirmedProbe.of("trial"))).hasValue(false);
        }
    }

    /** Power went while it was put back. */
    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aWayBackThatWasCutOffIsWalkedToItsEnd(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell)) {
            assertSucceeds(host.carryOut(CHANGE));
            Path kept = host.sandbox().at("/var/lib/urania/back/trial");
            Files.move(kept, kept.resolveSibling("trial.back"));
            assertThat(host.sandbox().ask(UnconfirmedProbe.of("trial"))).hasValue(true);

            assertSucceeds(host.carryOut(CHANGE));

            assertChanged(host);
            assertThat(kept.resolveSibling("trial.back")).doesNotExist();
            assertSucceeds(host.timeOver("trial"));
            assertAsBefore(host);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatALinkLeadsToComesBack(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell)) {
            Path elsewhere = host.sandbox().write("/etc/elsewhere", "old\n");
            Files.delete(host.sandbox().at("/etc/old"));
            Files.createSymbolicLink(host.sandbox().at("/etc/old"), elsewhere);

            assertSucceeds(host.carryOut(CHANGE));
            assertThat(elsewhere).hasContent("new\n");
            assertSucceeds(host.timeOver("trial"));

            assertThat(elsewhere).hasContent("old\n");
            assertThat(host.sandbox().at("/etc/old")).isSymbolicLink();
        }
    }

    private static GuardedHost planted(ShellKind shell) throws Exception {
        return planted(shell, "");
    }

    private static GuardedHost planted(ShellKind shell, String programs) throws Exception {
        GuardedHost host = new GuardedHost(shell, programs);
        host.sandbox().write("/etc/old", "old\n");
        host.sandbox().write("/etc/gone", "gone\n");
        host.sandbox().write("/etc/same", "same\n");
        return host;
    }

    private static Difference change(String proving) {
        return difference(new Safeguard("trial", FILES, "said leave\n", "", "said enter\n", proving));
    }

    private static Difference difference(Safeguard safeguard) {
        return Difference.of(Action.CHANGE, "", "", "", safeguard.operation()).confirmedBy(safeguard.confirmation());
    }

    private static void assertChanged(GuardedHost host) {
        assertThat(host.sandbox().at("/etc/old")).hasContent("new\n");
        assertThat(host.sandbox().at("/etc/made/new")).hasContent("new\n");
        assertThat(host.sandbox().at("/etc/gone")).doesNotExist();
        assertThat(host.sandbox().at("/etc")).isDirectoryNotContaining("glob:**.urania*");
    }

    private static void assertAsBefore(GuardedHost host) {
        assertThat(host.sandbox().at("/etc/old")).hasContent("old\n");
        assertThat(host.sandbox().at("/etc/made/new")).doesNotExist();
        assertThat(host.sandbox().at("/etc/gone")).hasContent("gone\n");
        assertThat(host.sandbox().at("/etc")).isDirectoryNotContaining("glob:**.urania*");
    }

    private static void assertSucceeds(StepResult result) {
        assertThat(result.succeeded()).as(result.output()).isTrue();
    }
}
