package io.urania.cluster.observation;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The API servers that a kubelet's kubeconfig names, as URLs; none if the host has no such file. */
public final class KubeconfigServersProbe implements Probe<List<String>> {

    /** The file, at the place that kubeadm gives it. */
    public static final String FILE = "/etc/kubernetes/kubelet.conf";

    /** The one question of this probe. */
    public static final Question<List<String>> QUESTION = Question.about(new KubeconfigServersProbe());

    private KubeconfigServersProbe() {}

    @Override
    public String name() {
        return "kubelet's kubeconfig";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                if [ -f %1$s ]; then
                    while read -r key value || [ -n "$key" ]; do
                        case $key in server:) echo "server $value" ;; esac
                    done <%1$s
                fi
                echo all
                """.formatted(FILE);
    }

    @Override
    public Map<String, List<String>> parse(String output, SortedSet<String> subjects) {
        List<String> lines = Arrays.asList(output.split("\n", -1));
        if (!lines.contains("all")) {
            return Map.of();
        }
        return Map.of(
                "",
                lines.stream()
                        .filter(line -> line.startsWith("server "))
                        .map(line -> line.substring("server ".length())
                                .replace("\"", "")
                                .strip())
                        .distinct()
                        .toList());
    }
}
