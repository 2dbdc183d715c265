package io.urania.engine.resource.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.PlantedHost;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.process.RunningProcess;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.UpgradeScope;
import io.urania.engine.transport.LocalTransport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every package manager in {@link PackageManagers#ALL} does, with programs of its names that only note what they are asked. */
@Timeout(120)
abstract class PackageManagerContract {

    /** What is below these folders is planted for scripts that change something. */
    private static final Pattern FOLDER = Pattern.compile("(?<![\\w.+*$}\"-])/(etc|run|var)/");

    private final PackageManager manager;

    PackageManagerContract(PackageManager manager) {
        this.manager = manager;
    }

    /** Plants its database and its programs: the package {@code present} is installed, {@code absent} can be. */
    abstract void plant(PlantedHost host) throws IOException;

    /** Cuts an installation off. */
    abstract void interrupt(PlantedHost host) throws IOException;

    /** Takes its lock, until it is closed. */
    abstract Closeable lock(PlantedHost host) throws IOException;

    /** Has a mirror offer a newer version of the package {@code present}, as a security update where there are such. */
    abstract void offer(PlantedHost host) throws IOException;

    /** Has the host know what is offered. */
    abstract void fetch(PlantedHost host) throws IOException;

    /** Has somebody want the package to stay as it is. */
    abstract void hold(PlantedHost host, String name) throws IOException;

    @Test
    void isOneOfThoseThatHostsAreAskedFor() {
        assertThat(PackageManagers.ALL).contains(manager);
        assertThat(manager.name()).matches("[a-z]+");
    }

    @Test
    void hasWordsForPeople() {
        assertThat(List.of(
                        manager.lock(),
                        manager.program(),
                        manager.toInstall(List.of("socat", "ethtool")),
                        manager.toRelease(List.of("socat")),
                        manager.toUpgrade(),
                        manager.toClean(),
                        manager.toFinish(),
                        manager.toFindOwner("/etc/a")))
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("\n"));
        assertThat(manager.toInstall(List.of("socat", "ethtool"))).contains("socat", "ethtool");
        assertThat(manager.toFindOwner("/etc/a")).contains("/etc/a");
        assertThat(manager.directories())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).startsWith("/"));
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsWhatIsInstalled(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            plant(host);

            assertThat(installed(host, "present")).contains(true);
            assertThat(installed(host, "absent")).contains(false);
            assertThat(installed(host, "no-such-package")).contains(false);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsWhatSomebodyWantsToStayAsItIs(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            plant(host);
            hold(host, "present");

            assertThat(host.askPlanted(PackageProbe.of("present"))).contains(new PackageFact(manager, true, true));
            assertThat(host.askPlanted(PackageProbe.of("absent"))).contains(new PackageFact(manager, false, false));
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void saysNothingWhereItsDatabaseIsNot(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.link("/proc");

            assertThat(installed(host, "present")).isEmpty();
            assertThat(host.askPlanted(PackageManagerProbe.QUESTION)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsWhoHasItsLockAndWhetherAnInstallationWasCutOff(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            plant(host);
            interrupt(host);
            // The kernel's own tables are not planted.
            host.link("/proc");
            try (Closeable _ = lock(host)) {
                PackageManagerFact fact =
                        host.askPlanted(PackageManagerProbe.QUESTION).orElseThrow();

                assertThat(fact.manager()).isEqualTo(manager);
                assertThat(fact.interrupted()).isTrue();
                assertThat(fact.holders())
                        .singleElement()
                        .extracting(RunningProcess::number, RunningProcess::name)
                        .isEqualTo(List.of(ProcessHandle.current().pid(), "java"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void nobodyIsAtWorkWhereNothingIsLockedOrCutOff(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            plant(host);
            host.link("/proc");

            assertThat(host.askPlanted(PackageManagerProbe.QUESTION))
                    .contains(new PackageManagerFact(manager, List.of(), false));
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void installsWhatIsMissingAndMayDoItAgain(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            plant(host);

            install(host, shell, PackageProxies.NONE);
            install(host, shell, PackageProxies.NONE);

            assertThat(installed(host, "absent")).contains(true);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void finishesAnInstallationThatWasCutOffFirst(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            plant(host);
            interrupt(host);
            host.link("/proc");

            install(host, shell, PackageProxies.NONE);

            assertThat(installed(host, "absent")).contains(true);
            assertThat(host.askPlanted(PackageManagerProbe.QUESTION).map(PackageManagerFact::interrupted))
                    .contains(false);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void hasThePasswordOfAProxyInNoScriptAndLeavesItNowhere(ShellKind shell) throws Exception {
        PackageProxies proxies = new PackageProxies("http://anna:sesame17@proxy.example.com:3128", "", "localhost");
        try (PlantedHost host = new PlantedHost(shell)) {
            plant(host);

            Operation operation = install(host, shell, proxies);

            assertThat(installed(host, "absent")).contains(true);
            assertThat(operation.script()).doesNotContain("sesame17");
            try (Stream<Path> files = Files.walk(host.at("/run"))) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void upgradesWhatIsOffered(ShellKind shell) throws Exception {
        for (UpgradeScope scope : UpgradeScope.values()) {
            if (scope == UpgradeScope.FULL || manager.hasSecurityUpdates()) {
                try (PlantedHost host = new PlantedHost(shell)) {
                    plant(host);
                    offer(host);
                    assertThat(host.askPlanted(UpgradeProbe.QUESTION).map(UpgradeFact::areListsOld))
                            .contains(true);

                    StepResult result = run(
                            host,
                            shell,
                            manager.upgrade(scope, PackageProxies.NONE, RetryPolicy.ENDLESS, Duration.ofMinutes(1)));

                    assertThat(result.code()).as(result.output()).isZero();
                    UpgradeFact after = host.askPlanted(UpgradeProbe.QUESTION).orElseThrow();
                    assertThat(after.areListsOld()).isFalse();
                    assertThat(after.waiting(scope)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsWhatWaitsOnceItsListsAreFetched(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            plant(host);
            offer(host);
            fetch(host);

            UpgradeFact fact = host.askPlanted(UpgradeProbe.QUESTION).orElseThrow();

            assertThat(fact.manager()).isEqualTo(manager);
            assertThat(fact.waiting(UpgradeScope.FULL)).containsExactly("present");
            assertThat(fact.waiting(UpgradeScope.SECURITY).isEmpty()).isNotEqualTo(manager.hasSecurityUpdates());
        }
    }

    static Optional<Boolean> installed(PlantedHost host, String name) throws Exception {
        return host.askPlanted(PackageProbe.of(name)).map(PackageFact::isInstalled);
    }

    private Operation install(PlantedHost host, ShellKind shell, PackageProxies proxies) throws Exception {
        Operation operation = installation("absent", proxies);
        StepResult result = run(host, shell, operation);
        assertThat(result.code()).as(result.output()).isZero();
        return operation;
    }

    /** What comes of an installation that may fail. */
    StepResult tryToInstall(PlantedHost host, String name, PackageProxies proxies) throws Exception {
        return run(host, ShellKind.DASH, installation(name, proxies));
    }

    private Operation installation(String name, PackageProxies proxies) {
        return manager.installation(new TreeSet<>(List.of(name)), proxies, RetryPolicy.ENDLESS, Duration.ofMinutes(1));
    }

    static StepResult run(PlantedHost host, ShellKind shell, Operation operation) throws Exception {
        Path root = host.at("/");
        String script = programs(host)
                + FOLDER.matcher(operation.script())
                        .replaceAll(found -> Matcher.quoteReplacement(root + found.group()));
        return new BatchRunner(shell.transport(root))
                .run(
                        LocalTransport.target("here"),
                        List.of(new Step("packages", new Operation(script, operation.payloads()))),
                        Mode.STOP_AT_FAILURE,
                        BatchListener.NONE)
                .getFirst();
    }

    /** Functions besides the search path: busybox runs a program of its own before one of the same name that is found there. */
    private static String programs(PlantedHost host) throws IOException {
        Path folder = host.at("/usr/local/bin");
        try (Stream<Path> programs = Files.list(folder)) {
            return programs.filter(program -> program.getFileName().toString().matches("[a-z]+"))
                    .map(program -> "%s() { %s \"$@\"; }\n".formatted(program.getFileName(), program))
                    .collect(Collectors.joining("", "PATH=" + folder + ":$PATH\n", ""));
        }
    }

    /** The text of a program, with planted paths in place of names between at signs. */
    static String withPaths(String text, Map<String, Path> paths) {
        String filled = text;
        for (Map.Entry<String, Path> path : paths.entrySet()) {
            filled = filled.replace("@" + path.getKey() + "@", path.getValue().toString());
        }
        return filled;
    }
}
