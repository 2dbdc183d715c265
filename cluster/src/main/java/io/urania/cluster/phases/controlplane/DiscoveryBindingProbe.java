package io.urania.cluster.phases.controlplane;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.Map;
import java.util.SortedSet;

/**
 * Whether requests without credentials may read how a node finds the cluster (kubeadm, "init phase bootstrap-token"). Of a cluster that does not
 * answer it is taken that they may not: others tell that it does not answer.
 *
 * @param kubectl the program's path
 */
public record DiscoveryBindingProbe(String kubectl) implements Probe<Boolean> {

    /** The RoleBinding, with its namespace. */
    static final String BINDING = "--namespace=kube-public rolebinding kubeadm:bootstrap-signer-clusterinfo";

    /** The question to a control plane host. */
    public static Question<Boolean> question(String kubectl) {
        return Question.about(new DiscoveryBindingProbe(kubectl));
    }

    @Override
    public String name() {
        return "discovery";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                if [ -e /etc/kubernetes/admin.conf ] && [ -x %1$s ]; then
                    %1$s --kubeconfig=/etc/kubernetes/admin.conf --request-timeout=10s get %2$s \\
                        --ignore-not-found --output=name 2>/dev/null || :
                fi
                echo end
                """.formatted(Shell.quote(kubectl), BINDING);
    }

    @Override
    public Map<String, Boolean> parse(String output, SortedSet<String> subjects) {
        return output.strip().endsWith("end") ? Map.of("", output.contains("rolebinding")) : Map.of();
    }
}
