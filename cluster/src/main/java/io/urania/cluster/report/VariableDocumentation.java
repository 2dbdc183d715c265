package io.urania.cluster.report;

import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.Variables;
import java.util.stream.Collectors;

/** Renders the registry of variables as Markdown: the file {@code docs/variables.md}. */
public final class VariableDocumentation {
    private static final String HEADER = """
            # Variables

            What Urania makes of the variables of an inventory. The names are Kubespray's; where Kubespray or Ansible has another name for
            the same setting, either can be used. A name with a dot is a key of a mapping: `loadbalancer_apiserver.port` is `port` below
            `loadbalancer_apiserver`. `urania inventory check` says the same about your own inventory, with the lines that set each variable.

            This file is generated from the registry in the code; do not edit it. `./mvnw -pl cluster -am test -Dtest=VariableDocumentationTest
            -Dsurefire.failIfNoSpecifiedTests=false -Durania.docs.write=true` writes it anew.

            *Read for* says whose value counts: each host's own, or one value on which the hosts named there must agree.
            """;

    private VariableDocumentation() {}

    public static String markdown() {
        StringBuilder text = new StringBuilder(HEADER);
        for (Variables.Topic topic : Variables.topics()) {
            text.append("\n## ").append(topic.title()).append("\n\n");
            text.append("| Variable | Meaning | Takes | Default | Read for | Kubernetes | What it does |\n");
            text.append("|---|---|---|---|---|---|---|\n");
            topic.variables().forEach(variable -> text.append(row(variable)));
        }
        return text.toString();
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
