package io.urania.cluster.preflight.system;

import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.kernel.KernelModuleFact;
import io.urania.engine.resource.kernel.KernelModuleProbe;
import io.urania.engine.resource.kernel.ModuleBarProbe;
import java.util.List;
import java.util.stream.Stream;

/** Kernel modules that a file of modprobe.d(5) keeps from being loaded: now, at boot, or both. */
record BarredModules() implements NodeRule {

    @Override
    public String id() {
        return "barred-modules";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a file in /etc/modprobe.d prevents loading a module",
                "it is not loaded after the next boot",
                "remove the line",
                "modprobe.d(5)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return HostPreparation.modules(spec).stream()
                .<Question<?>>flatMap(module -> Stream.of(ModuleBarProbe.of(module), KernelModuleProbe.of(module)))
                .toList();
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        return HostPreparation.modules(situation.spec()).stream()
                .filter(module -> facts.answer(KernelModuleProbe.of(module)) != KernelModuleFact.UNAVAILABLE)
                .flatMap(module -> facts.answer(ModuleBarProbe.of(module)).stream()
                        .map(bar -> error(
                                node.name(),
                                bar.file() + " prevents loading the kernel module " + module + ": " + bar.line(),
                                "a node needs it, now and after its next boot",
                                "remove the line from " + bar.file())))
                .toList();
    }
}
