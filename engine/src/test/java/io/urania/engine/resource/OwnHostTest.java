package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.ModificationProbe;
import io.urania.engine.resource.file.TextProbe;
import io.urania.engine.resource.kernel.KernelModuleFact;
import io.urania.engine.resource.kernel.KernelModuleProbe;
import io.urania.engine.resource.kernel.LoadedModulesProbe;
import io.urania.engine.resource.kernel.ModuleBarProbe;
import io.urania.engine.resource.kernel.SwapProbe;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Probes of the machine that runs this test: its kernel's own files, which are not like files of a disk. */
final class OwnHostTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void everyProbeOfTheKernelAnswers(ShellKind shell) throws Exception {
        List<Question<?>> questions = List.of(
                SystemProbe.QUESTION,
                SwapProbe.QUESTION,
                LoadedModulesProbe.QUESTION,
                KernelModuleProbe.of("overlay"),
                KernelModuleProbe.of("no_such_module"),
                ModuleBarProbe.of("overlay"),
                FileProbe.at("/proc/self/status"),
                FileProbe.at("/sys/kernel"),
                ModificationProbe.at("/proc/self/status"),
                TextProbe.at("/proc/sys/kernel/ostype"));
        try (OwnHost host = new OwnHost(shell)) {
            Facts facts = host.facts(questions);

            SystemFact system = facts.answer(SystemProbe.QUESTION);
            assertThat(system.hostName()).isEqualTo(kernel("sys/kernel/hostname"));
            assertThat(system.kernel()).isEqualTo(kernel("sys/kernel/osrelease"));
            assertThat(system.cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(system.memoryBytes() / 1024).isEqualTo(memory());
            assertThat(system.wordBits()).isEqualTo(Integer.parseInt(System.getProperty("sun.arch.data.model")));
            assertThat(facts.answer(SwapProbe.QUESTION).areas()).hasSize(lines("swaps") - 1);
            assertThat(facts.answer(LoadedModulesProbe.QUESTION)).isEqualTo(modules());
            assertThat(facts.answer(KernelModuleProbe.of("no_such_module"))).isEqualTo(KernelModuleFact.UNAVAILABLE);
            assertThat(facts.answer(FileProbe.at("/sys/kernel"))).isInstanceOf(FileFact.Folder.class);
            assertThat(facts.answer(ModificationProbe.at("/proc/self/status"))).isNotEqualTo(OptionalLong.empty());
            assertThat(facts.answer(TextProbe.at("/proc/sys/kernel/ostype"))).contains("Linux\n");
        }
    }

    private static String kernel(String file) throws Exception {
        return Files.readString(Path.of("/proc", file)).strip();
    }

    private static int lines(String file) throws Exception {
        return (int) Files.readString(Path.of("/proc", file)).lines().count();
    }

    private static long memory() throws Exception {
        String first =
                Files.readString(Path.of("/proc/meminfo")).lines().findFirst().orElseThrow();
        return Long.parseLong(first.replaceAll("\\D", ""));
    }

    private static Set<String> modules() throws Exception {
        Path file = Path.of("/proc/modules");
        return Files.exists(file)
                ? Files.readString(file)
                        .lines()
                        .map(line -> line.split(" ", 2)[0])
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
