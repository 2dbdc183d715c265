package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.resource.account.SystemUserProbe;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.ModificationProbe;
import io.urania.engine.resource.image.ContainerImageProbe;
import io.urania.engine.resource.image.ImageStore;
import io.urania.engine.resource.kernel.KernelModuleProbe;
import io.urania.engine.resource.kernel.LoadedModulesProbe;
import io.urania.engine.resource.kernel.SwapProbe;
import io.urania.engine.resource.packages.PackageProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of plans, on random resources and a host that is a directory, where all scripts really run. */
final class WholePlanTest {

    private static final int HOSTS = 8;

    static Stream<Arguments> hosts() {
        return Stream.of(ShellKind.values())
                .flatMap(shell ->
                        Stream.iterate(1L, seed -> seed + 1).limit(HOSTS).map(seed -> Arguments.of(shell, seed)));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void thePlanOfABareHostIsComplete(ShellKind shell, long seed) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            RandomResources random = new RandomResources(seed, host);
            List<Resource> resources = random.some();
            random.system();

            Plan plan = host.plan(resources);

            assertThat(plan.changes()).hasSize(resources.size());
            carryOut(host, plan);
            assertThat(host.plan(resources).changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void thePlanOfAHostWithOtherThingsOnItIsComplete(ShellKind shell, long seed) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            RandomResources random = new RandomResources(seed, host);
            List<Resource> resources = random.some();
            random.clutter(resources);

            carryOut(host, host.plan(resources));

            assertThat(host.plan(resources).changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void aPlanChangesNothing(ShellKind shell, long seed) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            RandomResources random = new RandomResources(seed, host);
            List<Resource> resources = random.some();
            random.clutter(resources);
            host.ask(FileProbe.at("/etc")); // busybox comes into the directory with the first question
            SortedMap<String, String> before = everything(host.at("/"));

            Plan plan = host.plan(resources);
            List<Question<?>> details = new ArrayList<>();
            plan.changes().forEach(change -> details.addAll(change.difference().details()));
            host.facts(details);
            host.facts(List.of(
                    SwapProbe.QUESTION,
                    PackageProbe.of("socat"),
                    SystemUserProbe.of("etcd"),
                    LoadedModulesProbe.QUESTION,
                    KernelModuleProbe.of("overlay"),
                    new ContainerImageProbe(new ImageStore(
                                    "/run/containerd/containerd.sock", "ctr images list --quiet", "ctr images import"))
                            .of("registry.k8s.io/pause:3.10"),
                    ModificationProbe.at("/usr/local/bin/etcd")));

            assertThat(everything(host.at("/"))).isEqualTo(before);
            carryOut(host, plan);
            assertThat(everything(host.at("/")))
                    .as("this test would see a change")
                    .isNotEqualTo(before);
        }
    }

    private static void carryOut(Sandbox host, Plan plan) throws Exception {
        for (Change change : plan.changes()) {
            StepResult result = host.carryOut(change.difference());
            assertThat(result.succeeded())
                    .as(change.id() + ": " + result.output())
                    .isTrue();
        }
    }

    /** Every path below a directory with all that could be changed about it. */
    private static SortedMap<String, String> everything(Path root) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                Map<String, Object> attributes = Files.readAttributes(
                        path, "unix:mode,uid,gid,lastModifiedTime,ctime,size", LinkOption.NOFOLLOW_LINKS);
                String content = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Files.readString(path) : "";
                found.put(path.toString(), new TreeMap<>(attributes) + content);
            }
        }
        return found;
    }
}
