package io.urania.cluster.phases.balancer;

import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.variable.ApiServerVariables;
import io.urania.cluster.variable.BalancerVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Packages;
import io.urania.engine.resource.Service;
import io.urania.engine.resource.TextFile;
import java.util.List;

/** HAProxy on the hosts of group {@code loadbalancer}, as the article sets it up; socat, so that its socket can be asked. */
public final class LoadBalancer implements Phase {

    private static final String UNIT = "haproxy.service";
    private static final String CONFIGURATION = "/etc/haproxy/haproxy.cfg";

    @Override
    public String title() {
        return "load balancer";
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        for (HostSpec host : deployment.spec().balancers()) {
            TaskId packages = tasks.add(host, new Packages("the load balancer", List.of("haproxy", "socat")));
            TextFile file = TextFile.of(CONFIGURATION, HaProxyConfiguration.text(deployment.spec()))
                    .checkedBy("haproxy -c -q -f");
            TaskId configuration = tasks.because(
                            BalancerVariables.PORT,
                            ApiServerVariables.PORT,
                            ApiServerVariables.ANONYMOUS_AUTHENTICATION)
                    .add(host, file, packages);
            tasks.add(
                    host, TextFile.of("/etc/profile.d/haproxy.sh", "alias hatop='hatop -s /run/haproxy/admin.sock'\n"));
            Service haproxy = Service.of(UNIT, List.of(CONFIGURATION), List.of())
                    .restartMeaning("connections to the API through this balancer are cut and made anew");
            TaskId service = tasks.add(host, haproxy, configuration);
            // hatop brings Python along: nobody waits for it.
            tasks.add(host, new Packages("watching the load balancer", List.of("hatop")), service);
        }
    }

    /** The tasks after which the API servers can be reached through the balancers. */
    public static List<TaskId> ready(ClusterSpec spec) {
        return spec.balancers().stream()
                .map(host -> new TaskId(host.name(), "service " + UNIT))
                .toList();
    }
}
