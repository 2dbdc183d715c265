package io.urania.cluster.phases.host;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.Groundwork;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.boot.BootSpec;
import io.urania.cluster.spec.boot.BootSpec.Restarts;
import io.urania.cluster.variable.rows.BootVariables;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.boot.FirmwareSettings;
import io.urania.engine.resource.boot.KernelArguments;
import io.urania.engine.resource.boot.Restart;
import io.urania.engine.resource.service.Gate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What hosts are told when they start, and their restarts for it. While there is no cluster yet, all restart at once; in a cluster that lives,
 * what others depend on goes one after the other through a gate, and other nodes a third at a time, without pods.
 */
final class HostBoot {

    /** The name of a host's kernel arguments among its tasks. */
    static final String ARGUMENTS = KernelArguments.NONE.name();

    /** The name of a host's firmware settings among its tasks. */
    static final String FIRMWARE = FirmwareSettings.NONE.name();

    /** Of so many workers one is away at a time. */
    private static final int PARTS = 3;

    private final ClusterSpec spec;
    private final ClusterView view;
    private final BiFunction<ClusterSpec, HostSpec, Gate> gates;

    /**
     * @param gates what has to be well around the restart of a host that others depend on
     */
    HostBoot(Groundwork ground, BiFunction<ClusterSpec, HostSpec, Gate> gates) {
        this.spec = ground.spec();
        this.view = ground.view();
        this.gates = gates;
    }

    /**
     * Declares what a host is told, and its restart.
     *
     * @param before tasks that may ask for one
     */
    void declare(HostSpec host, Set<TaskId> before, Tasks tasks) {
        BootSpec boot = spec.boot(host);
        TaskId arguments =
                tasks.because(BootVariables.MEMORY, BootVariables.ARGUMENTS).add(host, boot.kernelArguments());
        TaskId firmware =
                tasks.because(BootVariables.PAGE_SIZE, BootVariables.WIDE).add(host, boot.firmwareSettings());
        Set<TaskId> settings = new LinkedHashSet<>(before);
        settings.add(arguments);
        settings.add(firmware);
        if (boot.restarts() == Restarts.NEVER) {
            return;
        }
        Restart restart = new Restart(
                boot.kernelArguments(),
                boot.firmwareSettings(),
                boot.restarts() == Restarts.FOR_UPGRADES,
                Optional.empty());
        HostRestart restarting = new HostRestart(host, restart, gate(host), view);
        Tasks because = tasks.because(BootVariables.ALL);
        Optional<NodeSpec> node =
                spec.nodes().stream().filter(one -> one.host().equals(host)).findFirst();
        Optional<HostSpec> asked = node.flatMap(this::witness);
        Optional<AbsentNode> absent = node.flatMap(one -> asked.map(_ -> new AbsentNode(spec, one, restarting)));
        Set<TaskId> drained = absent.map(one -> Set.of(
                        because.add(asked.orElseThrow(), Lane.API, one.drain().name(), one.drain(), settings)))
                .orElse(Set.of());
        TaskId restarted =
                because.add(host, Lane.ALONE, Restart.NAME, restarting, drained.isEmpty() ? settings : drained);
        absent.ifPresent(one ->
                because.add(asked.orElseThrow(), Lane.API, one.uncordon().name(), one.uncordon(), Set.of(restarted)));
    }

    /** The task after which a host has started with what it is told. */
    Set<TaskId> started(HostSpec host) {
        return spec.boot(host).restarts() == Restarts.NEVER ? Set.of() : Set.of(new TaskId(host.name(), Restart.NAME));
    }

    /** The control plane host that sees a node go and come: never the node itself. */
    private Optional<HostSpec> witness(NodeSpec node) {
        return spec.controlPlane().stream()
                .filter(other -> !other.equals(node))
                .map(NodeSpec::host)
                .findFirst();
    }

    /** What has to be well around what takes a host away from a cluster. */
    Gate gate(HostSpec host) {
        boolean isDependedOn = spec.balancers().contains(host)
                || spec.controlPlane().stream().anyMatch(node -> node.host().equals(host))
                || spec.etcd().members().stream()
                        .anyMatch(member -> member.host().equals(host));
        if (isDependedOn) {
            return gates.apply(spec, host);
        }
        int place = spec.workers().stream().map(NodeSpec::host).toList().indexOf(host);
        return new Gate(
                "restarts of workers, " + (place % Math.max(1, spec.workers().size() / PARTS) + 1), "", "");
    }
}
