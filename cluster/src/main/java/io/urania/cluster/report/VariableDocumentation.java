package io.urania.cluster.report;

import io.urania.cluster.kubespray.GroupNames;
import io.urania.cluster.kubespray.Renames;
import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.family.Families;
import io.urania.cluster.variable.family.Family;
import io.urania.cluster.variable.registry.Variables;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Renders the registry of variables as Markdown: the file {@code docs/variables.md}. */
public final class VariableDocumentation {
    private static final String HEADER = """
            # Variables

            How Urania uses the variables of an inventory. The names are Kubespray's; where Kubespray or Ansible has another name for
            the same setting, either can be used. A name with a dot is a key of a mapping: `loadbalancer_apiserver.port` is `port` below
            `loadbalancer_apiserver`. `urania inventory check` reports the same for your own inventory, with the lines that set each variable.

            This file is generated from the registry in the code; do not edit it. `./mvnw -pl cluster -am test -Dtest=VariableDocumentationTest
            -Dsurefire.failIfNoSpecifiedTests=false -Durania.docs.write=true` rewrites it.

            *Scope* says whose value is used: each host's own, or one value that must be the same on all hosts named there.
            """;

    private static final String RENAMES = """

            ## Old names

            An old name works like the newer one; `urania inventory check` reports the newer one. Where a host has different values of both,
            that is an error. Some of these have a different structure today: `containerd_registries_mirrors` and `metallb_config` hold several
            settings, `etcd_kubeadm_enabled: true` is `etcd_deployment_type: kubeadm`, and what `system_master_…` and `kube_master_…` reserve
            on control plane hosts is set without `master_` in the group_vars of `kube_control_plane`.

            | Old | Today | Since |
            |---|---|---|
            """;

    private static final String FAMILIES = """

            ## Other names of Kubespray

            Every other variable in Kubespray's sample inventories and in the defaults of its roles, from release 2.11 on, is known and has
            no effect. If several rows match a name, the one with the longest pattern is used.
            """;

    private VariableDocumentation() {}

    public static String markdown() {
        StringBuilder text = new StringBuilder(HEADER);
        for (Variables.Topic topic : Variables.topics()) {
            text.append("\n## ").append(topic.title()).append("\n\n");
            text.append("| Variable | Meaning | Accepts | Default | Scope | Kubernetes | Effect |\n");
            text.append("|---|---|---|---|---|---|---|\n");
            topic.variables().forEach(variable -> text.append(row(variable)));
        }
        renames(text);
        families(text);
        return text.toString();
    }

    private static void renames(StringBuilder text) {
        text.append(RENAMES);
        new TreeMap<>(Renames.all())
                .forEach((old, rename) ->
                        text.append("| `%s` | `%s` | %s |\n".formatted(old, rename.current(), rename.since())));
        GroupNames.renamed()
                .forEach((old, current) -> text.append(
                        "| group `%s` | group `%s` | Kubespray %s |\n".formatted(old, current, GroupNames.RENAMED)));
    }

    private static void families(StringBuilder text) {
        text.append(FAMILIES);
        for (Families.Topic topic : Families.topics()) {
            text.append("\n### ").append(topic.title()).append("\n\n");
            text.append("| Names | Meaning | Why they have no effect |\n|---|---|---|\n");
            for (Family family : topic.families()) {
                text.append("| %s | %s | %s: %s |\n"
                        .formatted(
                                family.patterns().stream()
                                        .map(pattern -> "`" + pattern + "`")
                                        .collect(Collectors.joining(" ")),
                                cell(family.meaning()),
                                family.reason().words(),
                                cell(family.explanation())));
            }
        }
    }

    private static String row(Variable<?> variable) {
        String names = variable.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining("<br>"));
        return "| %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        names,
                        cell(variable.meaning()),
                        cell(variable.type().description()),
                        cell(variable.defaultText()),
                        variable.isRead() ? variable.scope().words() : "",
                        variable.lifetime(),
                        cell(effect(variable.effect())));
    }

    private static String effect(Effect effect) {
        return switch (effect) {
            case Effect.Applied applied -> applied.description();
            case Effect.Ignored ignored -> "No effect, " + ignored.reason().words() + ": " + ignored.explanation();
        };
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
