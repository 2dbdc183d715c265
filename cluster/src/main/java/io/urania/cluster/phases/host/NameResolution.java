package io.urania.cluster.phases.host;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.dns.ResolverSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.resolver.HostResolver;
import io.urania.engine.resource.resolver.ResolverBack;
import io.urania.engine.resource.resolver.ResolverSettings;
import io.urania.engine.resource.resolver.ResolverSettings.Inner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a host finds names, in two steps: from the beginning it has the inventory's name servers, with which packages are found; once the cluster
 * answers, nodes ask that first. A host of which nothing is asked has what it had before Urania.
 */
public final class NameResolution {
    static final List<String> FILES = ResolverBack.files();

    private static final String FROM_THE_BEGINNING = "name resolution";
    private static final String WITH_THE_CLUSTER = "names of the cluster";

    /** What decides. */
    static final List<Variable<?>> VARIABLES = variables();

    private NameResolution() {}

    private static List<Variable<?>> variables() {
        List<Variable<?>> variables = new ArrayList<>(ResolverVariables.ALL);
        variables.add(DnsVariables.UPSTREAM);
        return List.copyOf(variables);
    }

    /** Declares what a host has from the beginning. */
    static void declare(ClusterSpec spec, HostSpec host, Tasks tasks) {
        HostResolver beginning = beginning(spec, host);
        tasks.because(VARIABLES)
                .add(host, withCluster(spec, host).map(beginning::before).orElse(beginning));
    }

    /** The task after which a host finds names as the inventory says, those of the cluster perhaps not yet. */
    public static TaskId ready(HostSpec host) {
        return new TaskId(host.name(), FROM_THE_BEGINNING);
    }

    /** Declares that a node asks the cluster, if it is to: to be done when somebody answers there. */
    public static void declareNamesOfCluster(
            ClusterSpec spec, HostSpec host, Collection<TaskId> answering, Tasks tasks) {
        withCluster(spec, host).ifPresent(settings -> {
            List<TaskId> needs = new ArrayList<>(answering);
            needs.add(ready(host));
            tasks.because(VARIABLES)
                    .add(
                            host,
                            beginning(spec, host).followedBy(WITH_THE_CLUSTER, settings),
                            needs.toArray(TaskId[]::new));
        });
    }

    /** What is left of both. */
    static Leftover leftover() {
        return new Leftover.Own(Stage.LAST, FROM_THE_BEGINNING, ResolverBack.script());
    }

    private static HostResolver beginning(ClusterSpec spec, HostSpec host) {
        return HostResolver.of(
                FROM_THE_BEGINNING,
                spec.resolver(host)
                        .map(resolver -> new ResolverSettings(
                                Optional.empty(),
                                texts(resolver.servers()),
                                resolver.keepsOwn(),
                                resolver.domains(),
                                options(resolver)))
                        .orElse(ResolverSettings.NOTHING));
    }

    private static Optional<ResolverSettings> withCluster(ClusterSpec spec, HostSpec host) {
        return spec.resolver(host)
                .filter(ResolverSpec::asksCluster)
                .map(resolver -> new ResolverSettings(
                        Optional.of(new Inner(
                                texts(resolver.cluster()), List.of(spec.dns().domain()))),
                        texts(resolver.servers()),
                        resolver.keepsOwn(),
                        Stream.concat(resolver.clusterDomains().stream(), resolver.domains().stream())
                                .distinct()
                                .toList(),
                        options(resolver)));
    }

    private static List<String> options(ResolverSpec resolver) {
        return List.of("ndots:" + resolver.ndots(), "timeout:" + resolver.timeout(), "attempts:" + resolver.attempts());
    }

    private static List<String> texts(List<Address> addresses) {
        return addresses.stream().map(Address::toString).toList();
    }
}
