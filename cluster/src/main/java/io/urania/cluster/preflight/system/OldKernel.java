package io.urania.cluster.preflight.system;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** kube-proxy's mode nftables needs Linux 5.13 (Kubernetes documentation, "Virtual IPs and Service Proxies"). */
record OldKernel() implements NodeRule {
    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int MAJOR = 5;
    private static final int MINOR = 13;

    @Override
    public String id() {
        return "old-kernel";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "`kube_proxy_mode: nftables` and a kernel older than 5.13",
                "kube-proxy refuses to start",
                "a newer kernel, or `kube_proxy_mode: iptables`",
                "Kubernetes, \"Virtual IPs and Service Proxies\"");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return spec.hasProxyMode(KubeProxyMode.NFTABLES) ? List.of(SystemProbe.QUESTION) : List.of();
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        if (!situation.spec().hasProxyMode(KubeProxyMode.NFTABLES)) {
            return List.of();
        }
        String kernel = facts.answer(SystemProbe.QUESTION).kernel();
        Matcher release = RELEASE.matcher(kernel);
        if (!release.matches() || isEnough(Integer.parseInt(release.group(1)), Integer.parseInt(release.group(2)))) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "its kernel is Linux " + kernel + ", and kube_proxy_mode is nftables",
                "kube-proxy needs Linux 5.13 for it",
                "install a newer kernel, or set kube_proxy_mode: iptables"));
    }

    private static boolean isEnough(int major, int minor) {
        return major > MAJOR || (major == MAJOR && minor >= MINOR);
    }
}
