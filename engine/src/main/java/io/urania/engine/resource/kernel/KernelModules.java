package io.urania.engine.resource.kernel;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kernel modules that are loaded now and at every boot; those built into the kernel, or unknown to it, are left alone
 * (a preflight rule judges what is missing).
 */
public record KernelModules(List<String> modules) implements Resource {

    static final String NAME = "kernel modules";

    /** The file that names them for the next boot. */
    public static final String FILE = "/etc/modules-load.d/urania.conf";

    public KernelModules {
        modules = List.copyOf(modules);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(List.of(LoadedModulesProbe.QUESTION, FileProbe.at(FILE)));
        modules.forEach(module -> questions.add(KernelModuleProbe.of(module)));
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Set<String> loaded = planning.facts().answer(LoadedModulesProbe.QUESTION);
        List<String> missing = modules.stream()
                .filter(module -> planning.facts().answer(KernelModuleProbe.of(module)) == KernelModuleFact.LOADABLE)
                .toList();
        String lines = modules.stream().map(module -> module + "\n").collect(Collectors.joining());
        boolean kept = planning.facts().answer(FileProbe.at(FILE)) instanceof FileFact.Regular file
                && file.sha256().equals(Payload.text(lines).sha256());
        boolean neededAtBoot = !missing.isEmpty() || modules.stream().anyMatch(loaded::contains);
        if (missing.isEmpty() && (kept || !neededAtBoot)) {
            return Optional.empty();
        }
        String load = missing.isEmpty()
                ? ""
                : "for module in %s; do modprobe \"$module\"; done\n".formatted(Shell.words(missing));
        return Optional.of(Difference.of(
                Action.CHANGE,
                missing.isEmpty() ? "load kernel modules at boot" : "load kernel modules " + String.join(", ", missing),
                missing.isEmpty() ? "loaded now, not at boot" : "not loaded",
                "loaded now and at boot",
                Operation.of("mkdir -p /etc/modules-load.d\nreceive " + FILE + "\n" + load, Payload.text(lines))));
    }
}
