package io.urania.cluster.phases.balancer;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.OutsideProxies;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.host.NameResolution;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.cluster.system.registry.SoftwarePackages;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.engine.fact.Facts;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.service.Service;
import io.urania.engine.system.PackageProxies;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * HAProxy on the hosts of group {@code loadbalancer}, as the article sets it up, or on each node for itself; socat, so that its socket can be
 * asked.
 */
public final class LoadBalancer implements Phase {

    private static final SoftwarePackages BALANCER =
            SoftwarePackages.of(List.of(Software.LOAD_BALANCER, Software.SOCKET_RELAY));

    private static final SoftwarePackages CONSOLE = SoftwarePackages.whereItIs(List.of(Software.LOAD_BALANCER_CONSOLE));

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "load balancer",
                    List.of(Place.BALANCERS),
                    "HAProxy forwards connections to the healthy API servers, so that the cluster has one address"
                            + " even if a control plane host is down. Where no host is for that, each node has its own.")
            .reading(List.of(
                    BalancerVariables.ADDRESS,
                    BalancerVariables.PORT,
                    BalancerVariables.LOCAL,
                    BalancerVariables.LOCAL_PORT,
                    BalancerVariables.LOCAL_HEALTH_PORT,
                    ApiServerVariables.PORT,
                    ConnectionVariables.ACCESS_IP,
                    ConnectionVariables.ACCESS_IP6,
                    NetworkVariables.IPV4,
                    NetworkVariables.IPV6,
                    NetworkVariables.HTTP_PROXY,
                    NetworkVariables.HTTPS_PROXY,
                    NetworkVariables.NO_PROXY,
                    NetworkVariables.ADDITIONAL_NO_PROXY))
            .with(
                    Topic.PACKAGES,
                    Stream.of(BALANCER, CONSOLE)
                            .flatMap(packages -> packages.words().stream())
                            .toList())
            .with(Topic.FILES, List.of("/etc/haproxy/haproxy.cfg", "/etc/profile.d/haproxy.sh"))
            .with(Topic.UNITS, List.of("haproxy.service"))
            .with(
                    Topic.PORTS,
                    List.of(
                            "loadbalancer_apiserver.port: the Kubernetes API",
                            "loadbalancer_apiserver_port, on the loopback interface: the Kubernetes API",
                            "loadbalancer_apiserver_healthcheck_port, on the loopback interface: the balancer's health"));

    private static final String UNIT = "haproxy.service";
    private static final String CONFIGURATION = "/etc/haproxy/haproxy.cfg";
    private static final String ALIAS = "/etc/profile.d/haproxy.sh";

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        return Map.of(
                Place.BALANCERS,
                List.of(
                        new Leftover.Unit(UNIT),
                        new Leftover.Written(CONFIGURATION),
                        new Leftover.Written(ALIAS),
                        new Leftover.Kept("packages for the load balancer", "distribution packages are kept"),
                        new Leftover.Kept(
                                "packages for watching the load balancer", "distribution packages are kept")));
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        ClusterSpec spec = deployment.spec();
        PackageProxies proxies = new OutsideProxies(spec).forPackages();
        for (HostSpec host : spec.localBalancers()) {
            Tasks asked = tasks.because(BalancerVariables.LOCAL);
            TaskId packages = asked.add(
                    host, new Packages("the load balancer", BALANCER).through(proxies), NameResolution.ready(host));
            service(
                    spec,
                    host,
                    packages,
                    tasks.because(
                            BalancerVariables.LOCAL_PORT,
                            BalancerVariables.LOCAL_HEALTH_PORT,
                            ApiServerVariables.PORT,
                            ApiServerVariables.ANONYMOUS_AUTHENTICATION));
        }
        for (HostSpec host : spec.balancers()) {
            Tasks asked = tasks.because(BalancerVariables.ADDRESS);
            TaskId packages = asked.add(
                    host, new Packages("the load balancer", BALANCER).through(proxies), NameResolution.ready(host));
            asked.add(host, new TextFile(ALIAS, "644", "root", LoadBalancer::alias, ""));
            TaskId service = service(
                    spec,
                    host,
                    packages,
                    tasks.because(
                            BalancerVariables.PORT,
                            ApiServerVariables.PORT,
                            ApiServerVariables.ANONYMOUS_AUTHENTICATION));
            // hatop brings Python along: nobody waits for it.
            asked.add(host, new Packages("watching the load balancer", CONSOLE).through(proxies), service);
        }
    }

    /** Declares that HAProxy runs, and returns the task after which it does. */
    private static TaskId service(ClusterSpec spec, HostSpec host, TaskId packages, Tasks configured) {
        TextFile file = new TextFile(
                CONFIGURATION, "644", "root", facts -> configuration(spec, host, facts), "haproxy -c -q -f");
        TaskId configuration = configured.add(host, file, packages);
        Service haproxy = Service.of(UNIT, List.of(CONFIGURATION), List.of()).reloading();
        return configured.add(host, haproxy, configuration);
    }

    private static String configuration(ClusterSpec spec, HostSpec host, Facts facts) {
        HostSystem system = OperatingSystems.on(facts);
        return HaProxyConfiguration.text(
                spec, host, system.path(SystemPath.LOAD_BALANCER_ROOT), system.path(SystemPath.LOAD_BALANCER_SOCKET));
    }

    private static String alias(Facts facts) {
        return "alias hatop='hatop -s " + OperatingSystems.on(facts).path(SystemPath.LOAD_BALANCER_SOCKET) + "'\n";
    }

    /** The tasks after which a host can reach the API servers through balancers. */
    public static List<TaskId> ready(ClusterSpec spec, HostSpec asking) {
        return Stream.concat(
                        spec.balancers().stream(),
                        spec.localBalancers().stream().filter(asking::equals))
                .map(host -> Service.task(host.name(), UNIT))
                .toList();
    }
}
