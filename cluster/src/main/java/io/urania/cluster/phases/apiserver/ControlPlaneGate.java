package io.urania.cluster.phases.apiserver;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import java.time.Duration;
import java.util.List;

/** What has to be well around the restart of a host's API server: another one answers meanwhile, and this one answers afterwards. */
public final class ControlPlaneGate {

    private static final String TURN = "control plane";

    private ControlPlaneGate() {}

    /** The gate of a control plane host. */
    public static Gate of(ClusterSpec spec, NodeSpec node) {
        List<String> others = spec.controlPlane().stream()
                .filter(other -> !other.equals(node))
                .map(other -> server(spec, other))
                .toList();
        String answers = answers(spec);
        String spared = others.isEmpty() ? "" : spared(others, server(spec, node));
        return new Gate(TURN, answers + spared, answers + serving(spec, node));
    }

    /** The address of a host's own API server. */
    public static String server(ClusterSpec spec, NodeSpec node) {
        return "https://" + node.host().address().beforePort() + ":"
                + spec.apiServer().port();
    }

    private static String answers(ClusterSpec spec) {
        return """
                answers() {
                    %s --kubeconfig=/etc/kubernetes/admin.conf --server="$1" --request-timeout=5s get --raw=/readyz >/dev/null 2>&1
                }
                """.formatted(Shell.quote(spec.paths().programs() + "/kubectl"));
    }

    /** An API server that does not answer is not missed. */
    private static String spared(List<String> others, String own) {
        return """
                spared() {
                    for server in %s; do
                        if answers "$server"; then return 0; fi
                    done
                    ! answers %s
                }
                """.formatted(Shell.words(others), Shell.quote(own))
                + Gate.until("spared", "another API server to answer", Duration.ofMinutes(1), """
                        echo "no other API server answers: the cluster would be unreachable without this one;"
                        echo "bring another control plane host back, then run the same command again"
                        """);
    }

    /**
     * The kubelet takes some seconds to replace the pod: until the flags are those of the manifest, the old one answers. One that has just
     * been restarted itself may first wait two minutes for volumes of the pod that it had (kubelet, "podAttachAndMountTimeout").
     */
    private static String serving(ClusterSpec spec, NodeSpec node) {
        return """
                runs() {
                    wanted=$(sed -n 's/^    - \\(--.*\\)$/\\1/p' "$1" | tr -d "\\"'")
                    for process in /proc/[0-9]*; do
                        [ "$(cat "$process/comm" 2>/dev/null)" = "$2" ] || continue
                        present=$(tr '\\0' '\\n' <"$process/cmdline" 2>/dev/null) || continue
                        missing=$(printf '%%s\\n' "$wanted" | while IFS= read -r flag; do
                            printf '%%s\\n' "$present" | grep -qxF -e "$flag" || echo "$flag"
                        done)
                        if [ -z "$missing" ]; then return 0; fi
                    done
                    return 1
                }
                well() {
                    runs %1$s/kube-apiserver.yaml kube-apiserver &&
                        runs %1$s/kube-controller-manager.yaml kube-controller &&
                        runs %1$s/kube-scheduler.yaml kube-scheduler &&
                        answers %2$s
                }
                """.formatted(Shell.quote(spec.paths().manifests()), Shell.quote(server(spec, node)))
                + Gate.until(
                        "well",
                        "the API server, the controller manager and the scheduler to run with their new settings",
                        Duration.ofMinutes(5),
                        """
                        echo "the API server, the controller manager or the scheduler does not run with its new settings after five minutes;"
                        echo "the other hosts are unchanged; check on this host: crictl ps --all; journalctl --unit=kubelet"
                        """);
    }
}
