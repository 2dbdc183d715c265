package io.urania.engine.resource;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kernel modules that are loaded now and at every boot; those built into the kernel, or unknown to it, are left alone
 * (a preflight rule judges what is missing).
 */
public record KernelModules(List<String> modules) implements Resource {

    private static final String FILE = "/etc/modules-load.d/urania.conf";

    public KernelModules {
        modules = List.copyOf(modules);
    }

    @Override
    public String name() {
        return "kernel modules";
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>();
        modules.forEach(module -> questions.add(KernelModuleProbe.of(module)));
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        List<String> loadable = modules.stream()
                .filter(module -> planning.facts().answer(KernelModuleProbe.of(module)) == KernelModuleFact.LOADABLE)
                .toList();
        if (loadable.isEmpty()) {
            return Optional.empty();
        }
        String lines = String.join("\n", modules);
        return Optional.of(Difference.of(
                "load kernel modules " + String.join(", ", loadable),
                "not loaded",
                "loaded now and at boot",
                Operation.of("printf '%%s\\n' %s >%s\nfor module in %s; do modprobe \"$module\"; done"
                        .formatted(Shell.quote(lines), FILE, Shell.words(loadable)))));
    }
}
