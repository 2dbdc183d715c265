package io.urania.cluster.observation;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Whether nodes and all that runs in kube-system are well, as a control plane host sees it.
 *
 * @param kubectl absolute path on the host
 * @param nodes the names of those that are wanted
 * @param proofs what has to be there besides
 */
public record ConditionsProbe(String kubectl, List<String> nodes, List<Proof> proofs) implements Probe<ConditionsFact> {

    private static final String JUDGEMENT = "judgement";
    private static final String WORKLOAD = "workload|";

    public ConditionsProbe {
        nodes = List.copyOf(nodes);
        proofs = List.copyOf(proofs);
    }

    /** The probe for the control plane hosts of a cluster. */
    public static ConditionsProbe of(ClusterSpec spec, List<Proof> proofs) {
        return new ConditionsProbe(
                spec.paths().programs() + "/kubectl",
                spec.nodes().stream().map(NodeSpec::name).toList(),
                proofs);
    }

    /** The one question of this probe. */
    public Question<ConditionsFact> question() {
        return Question.about(this);
    }

    @Override
    public String name() {
        return "conditions";
    }

    /** Shell that defines {@code look}, which sees what there is, and {@code judge}, which prints what of it is not well. */
    public String functions() {
        return "kubectl() { " + Shell.quote(kubectl) + " --kubeconfig=/etc/kubernetes/admin.conf \"$@\"; }\n"
                + "nodes=" + Shell.quote(String.join(" ", nodes)) + "\n"
                + "proofs="
                + Shell.quote(proofs.stream().map(Proof::toString).collect(Collectors.joining(" "))) + "\n"
                + resource();
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return functions() + """
                if [ ! -r /etc/kubernetes/admin.conf ] || [ ! -x %s ]; then
                    echo none
                elif look; then
                    echo seen
                    printf '%%s\\n' "$seen"
                    echo %s
                    judge
                else
                    echo unseen
                    printf '%%s\\n' "$seen"
                fi
                """.formatted(Shell.quote(kubectl), JUDGEMENT);
    }

    @Override
    public Map<String, ConditionsFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (lines.isEmpty()) {
            return Map.of();
        }
        int judgement = lines.indexOf(JUDGEMENT);
        return switch (lines.getFirst()) {
            case "none" -> Map.of("", new ConditionsFact.Unseen("it is not a control plane host"));
            case "unseen" ->
                Map.of(
                        "",
                        new ConditionsFact.Unseen(lines.stream()
                                .skip(1)
                                .collect(Collectors.joining("\n"))
                                .strip()));
            case "seen" ->
                judgement < 0
                        ? Map.of()
                        : Map.of(
                                "",
                                new ConditionsFact.Seen(
                                        lines.subList(1, judgement).stream()
                                                .filter(line -> line.startsWith(WORKLOAD))
                                                .map(ConditionsProbe::workload)
                                                .toList(),
                                        lines.subList(judgement + 1, lines.size())));
            default -> Map.of();
        };
    }

    private static Workload workload(String line) {
        String[] fields = line.split("\\|", -1);
        return new Workload(fields[1], fields[2], Integer.parseInt(fields[3]), Integer.parseInt(fields[4]));
    }

    private static String resource() {
        return ResourceText.beside(ConditionsProbe.class, "conditions.sh");
    }
}
