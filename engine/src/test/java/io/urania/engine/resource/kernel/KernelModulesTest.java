package io.urania.engine.resource.kernel;

import static io.urania.engine.resource.kernel.KernelModuleFact.LOADABLE;
import static io.urania.engine.resource.kernel.KernelModuleFact.PRESENT;
import static io.urania.engine.resource.kernel.KernelModuleFact.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Payload;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.Facts;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Decisions;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KernelModulesTest {

    private static final KernelModules MODULES = new KernelModules(List.of("overlay", "br_netfilter"));
    private static final FileFact KEPT = new FileFact.Regular(
            "644", "root", Payload.text("overlay\nbr_netfilter\n").sha256(), 1);

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void findsModulesWhereverTheKernelShowsThem(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            String release = System.getProperty("os.version");
            host.write(
                    "/lib/modules/" + release + "/modules.builtin",
                    "kernel/net/foo/nf-built_in.ko\nkernel/fs/nfs/nfs.ko\n");
            host.write("/sys/module/loaded_one/initstate", "live\n");
            host.write("/proc/filesystems", "nodev\ttmpfs\n\text4\nnodev\toverlay\n");
            host.write("/proc/sys/net/netfilter/nf_conntrack_max", "1\n");

            assertThat(ask(host, "loaded_one")).isEqualTo(PRESENT);
            assertThat(ask(host, "nfs")).isEqualTo(PRESENT);
            assertThat(ask(host, "overlay")).isEqualTo(PRESENT);
            assertThat(ask(host, "nf_conntrack")).isEqualTo(PRESENT);
            assertThat(ask(host, "br_netfilter_of_nowhere")).isEqualTo(UNAVAILABLE);
            assertThat(ask(host, "ip_vs_of_nowhere")).isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void answersOnAKernelWithoutModules() throws Exception {
        try (Sandbox host = new Sandbox(ShellKind.DASH)) {
            host.write("/proc/filesystems", "nodev\ttmpfs\n");

            assertThat(ask(host, "no_such_module")).isEqualTo(UNAVAILABLE);
            assertThat(host.ask(LoadedModulesProbe.QUESTION)).contains(Set.of());
        }
    }

    @Test
    void listsLoadedModules() throws Exception {
        try (Sandbox host = new Sandbox(ShellKind.DASH)) {
            host.write(
                    "/proc/modules",
                    "overlay 163840 0 - Live 0x0000000000000000\nbridge 311296 1 br_netfilter, Live 0x0\n");

            assertThat(host.ask(LoadedModulesProbe.QUESTION)).contains(Set.of("overlay", "bridge"));
        }
    }

    @Test
    void loadsWhatCanBeLoaded() {
        Difference difference = difference(facts(PRESENT, LOADABLE)).orElseThrow();

        assertThat(difference.title()).isEqualTo("load kernel modules br_netfilter");
        assertThat(script(difference)).contains("modprobe").contains("/etc/modules-load.d/urania.conf");
    }

    @Test
    void leavesWhatIsBuiltInOrMissingToOthers() {
        assertThat(difference(facts(PRESENT, UNAVAILABLE))).isEmpty();
    }

    @Test
    void keepsLoadedModulesForTheNextBoot() {
        Facts.Builder loaded = facts(PRESENT, PRESENT).put(LoadedModulesProbe.QUESTION, Set.of("overlay"));

        assertThat(difference(loaded)).hasValueSatisfying(difference -> {
            assertThat(difference.title()).isEqualTo("load kernel modules at boot");
            assertThat(script(difference)).doesNotContain("modprobe");
        });
        assertThat(difference(loaded.put(FileProbe.at("/etc/modules-load.d/urania.conf"), KEPT)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void namesTheFilesThatKeepModulesAway(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/etc/modprobe.d/hardening.conf", """
                    # install overlay /bin/true
                    install br_netfilter /bin/false
                    install ip_vs /usr/local/sbin/load-ip-vs
                    blacklist nf-conntrack
                    """);
            // Switched off by a link of its name to nothing, as modprobe.d(5) has it.
            host.write("/usr/lib/modprobe.d/off.conf", "install overlay /bin/false\n");
            Files.createSymbolicLink(host.at("/etc/modprobe.d/off.conf"), Path.of("/dev/null"));
            host.write("/proc/cmdline", "quiet modprobe.blacklist=ip_vs_sh,pcspkr\n");
            List<String> modules = List.of("overlay", "br_netfilter", "ip_vs", "nf_conntrack", "ip_vs_sh");

            Facts facts = host.facts(modules.stream().map(ModuleBarProbe::of).toList());

            assertThat(modules.stream().flatMap(module -> facts.answer(ModuleBarProbe.of(module)).stream()))
                    .containsExactly(
                            new ModuleBar("/etc/modprobe.d/hardening.conf", "install br_netfilter /bin/false"),
                            new ModuleBar("/etc/modprobe.d/hardening.conf", "blacklist nf-conntrack"),
                            new ModuleBar("/proc/cmdline", "quiet modprobe.blacklist=ip_vs_sh,pcspkr"));
        }
    }

    private static KernelModuleFact ask(Sandbox host, String module) throws Exception {
        return host.ask(KernelModuleProbe.of(module)).orElseThrow();
    }

    private static String script(Difference difference) {
        return difference.operation().apply(_ -> Optional.empty()).script();
    }

    private static Optional<Difference> difference(Facts.Builder facts) {
        return Sandbox.difference(MODULES, facts.build());
    }

    private static Facts.Builder facts(KernelModuleFact overlay, KernelModuleFact bridge) {
        return Decisions.facts()
                .put(LoadedModulesProbe.QUESTION, Set.of())
                .put(KernelModuleProbe.of("overlay"), overlay)
                .put(KernelModuleProbe.of("br_netfilter"), bridge)
                .put(FileProbe.at("/etc/modules-load.d/urania.conf"), new FileFact.Absent());
    }
}
