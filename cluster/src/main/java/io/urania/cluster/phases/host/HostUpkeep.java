package io.urania.cluster.phases.host;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.OutsideProxies;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.upkeep.UpkeepSpec;
import io.urania.cluster.system.registry.KernelPackages;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.upkeep.UpkeepVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.packages.BuiltPackage;
import io.urania.engine.resource.packages.PackageNames;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.packages.Upgrade;
import io.urania.engine.resource.packetfilter.PacketFilterChoice;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.resource.service.ServicesOff;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.PackageRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The packages and services of hosts, beyond what nodes need. A reset leaves them as they are. */
record HostUpkeep(ClusterSpec spec, ClusterView view) {

    /** What decides. */
    static final List<Variable<?>> VARIABLES = UpkeepVariables.ALL;

    private static final String OWN = "people";
    private static final String KERNEL = "the kernel";

    /**
     * Declares an upgrade, where one is asked for.
     *
     * @param gate of the host in a cluster
     * @return the tasks after which it is done
     */
    Set<TaskId> declareUpgrade(HostSpec host, Gate gate, Tasks tasks) {
        return spec.upkeep(host)
                .upgrade()
                .map(scope -> Set.of(tasks.because(UpkeepVariables.UPGRADE)
                        .and(NetworkVariables.HTTP_PROXY, NetworkVariables.HTTPS_PROXY)
                        .add(host, new HostUpgrade(host, new Upgrade(scope, proxies(), Optional.empty()), gate, view))))
                .orElse(Set.of());
    }

    /**
     * Declares the rest.
     *
     * @param needs tasks after which packages are installed
     */
    void declare(HostSpec host, Set<TaskId> needs, Tasks tasks) {
        UpkeepSpec upkeep = spec.upkeep(host);
        if (!upkeep.packages().isEmpty()) {
            tasks.because(UpkeepVariables.PACKAGES)
                    .add(
                            host,
                            new Packages(OWN, PackageNames.everywhere(upkeep.packages())).through(proxies()),
                            needs.toArray(TaskId[]::new));
        }
        Set<TaskId> before = needs;
        for (PackageRecipe recipe : upkeep.built()) {
            before = Set.of(tasks.because(UpkeepVariables.RECIPES)
                    .add(host, new BuiltPackage(recipe, proxies()), before.toArray(TaskId[]::new)));
        }
        upkeep.servicesOff()
                .ifPresent(units -> tasks.because(UpkeepVariables.SERVICES)
                        .add(host, new ServicesOff(units, host.address().toString())));
    }

    /**
     * Declares what a node gets besides.
     *
     * @param programs tasks after which the programs that its network needs are there
     */
    void declareNode(NodeSpec node, Set<TaskId> programs, Tasks tasks) {
        UpkeepSpec upkeep = spec.upkeep(node.host());
        tasks.add(
                node.host(),
                new Packages(KERNEL, KernelPackages.onAnySystem()).through(proxies()),
                programs.toArray(TaskId[]::new));
        if (!upkeep.keepsPacketFilter()) {
            tasks.because(UpkeepVariables.PACKET_FILTER)
                    .add(node.host(), new PacketFilterChoice(upkeep.packetFilter()), programs.toArray(TaskId[]::new));
        }
    }

    /** The task after which the modules of a node's kernel are there. */
    static TaskId kernelPackages(NodeSpec node) {
        return Packages.task(node.name(), KERNEL);
    }

    /** What stays where it was asked for. */
    static List<Leftover> leftovers(UpkeepSpec upkeep) {
        List<Leftover> kept = new ArrayList<>();
        if (!upkeep.packages().isEmpty() || !upkeep.built().isEmpty()) {
            kept.add(new Leftover.Kept("packages for people", "they were asked for besides the cluster"));
        }
        upkeep.servicesOff()
                .ifPresent(_ -> kept.add(
                        new Leftover.Kept("services that are off", "they were unwanted before there was a cluster")));
        return kept;
    }

    private PackageProxies proxies() {
        return new OutsideProxies(spec).forPackages();
    }
}
