package io.urania.cluster.observation;

import com.google.gson.JsonParseException;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The cluster as a control plane host's own administrator's kubeconfig shows it.
 *
 * <p>kubeadm init makes the role that lets joining nodes read {@code cluster-info}, and then has the kubelet use a
 * certificate that is renewed; where one of both is missing, it did not come to its end and must run again (kubeadm design
 * document, "kubeadm init phases"). The role's binding does not tell: an inventory may ask for its removal.
 *
 * @param kubectl absolute path on the host
 * @param certificates directory of Kubernetes' certificates on the host
 * @param kinds resources among which our manifests' objects are, as kubectl names them
 */
public record ClusterProbe(String kubectl, String certificates, String kinds) implements Probe<ClusterFact> {

    /** The label that all objects of our manifests carry. */
    public static final String LABEL = "app.kubernetes.io/managed-by";

    /** The label's value. */
    public static final String LABEL_VALUE = "urania";

    /** The annotation with the sha256 of the manifest an object was applied with. */
    public static final String ANNOTATION = "urania.io/manifest-sha256";

    private static final String READER =
            "/apis/rbac.authorization.k8s.io/v1/namespaces/kube-public/roles/kubeadm:bootstrap-signer-clusterinfo";

    /** The one question of this probe. */
    public Question<ClusterFact> question() {
        return Question.about(this);
    }

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                [ -r /etc/kubernetes/admin.conf ] || { echo none; exit 0; }
                [ -x %1$s ] || { echo none; exit 0; }
                ask() { %1$s --kubeconfig=/etc/kubernetes/admin.conf --request-timeout=8s "$@"; }
                nodes=$(ask get --raw /api/v1/nodes 2>&1) || { echo silent; echo "$nodes"; exit 0; }
                echo answering
                if ask get --raw %2$s >/dev/null && ! grep -q client-key-data /etc/kubernetes/kubelet.conf; then
                    echo initialised
                else
                    echo unfinished
                fi
                printf '%%s\\n' "$nodes"
                base64 -w 0 <%3$s/ca.crt
                echo
                ask get %4$s --all-namespaces --selector=%5$s=%6$s --ignore-not-found \\
                    --output=jsonpath='{range .items[*]}{.kind} {.metadata.namespace}/{.metadata.name} {.metadata.annotations.%7$s}{"\\n"}{end}' || :
                """.formatted(
                        Shell.quote(kubectl),
                        READER,
                        Shell.quote(certificates),
                        Shell.quote(kinds),
                        LABEL,
                        LABEL_VALUE,
                        ANNOTATION.replace(".", "\\."));
    }

    @Override
    public Map<String, ClusterFact> parse(String output, SortedSet<String> subjects) {
        String[] lines = output.split("\n", -1);
        return switch (lines[0]) {
            case "answering" -> Map.of("", answering(lines));
            case "silent" ->
                Map.of(
                        "",
                        new ClusterFact.Silent(
                                output.substring(lines[0].length()).strip()));
            case "none" -> Map.of("", new ClusterFact.None());
            // Where nothing is said of a cluster, there may be one.
            default -> Map.of();
        };
    }

    private static ClusterFact answering(String[] lines) {
        if (lines.length < 4) {
            return new ClusterFact.Silent("the API server's answer was cut off");
        }
        try {
            String authority = new String(Base64.getDecoder().decode(lines[3]), StandardCharsets.US_ASCII);
            return new ClusterFact.Answering(
                    lines[1].equals("initialised"), authority, NodeList.parse(lines[2]), objects(lines));
        } catch (JsonParseException | IllegalArgumentException e) {
            return new ClusterFact.Silent("the API server's answer cannot be read: " + e.getMessage());
        }
    }

    private static SortedMap<String, String> objects(String[] lines) {
        SortedMap<String, String> objects = new TreeMap<>();
        for (int index = 4; index < lines.length; index++) {
            int first = lines[index].indexOf(' ');
            int last = lines[index].lastIndexOf(' ');
            if (first > 0 && last > first) {
                objects.put(lines[index].substring(0, last), lines[index].substring(last + 1));
            }
        }
        return objects;
    }
}
