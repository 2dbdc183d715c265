package io.urania.cluster.report;

import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phases.Phases;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the phases as Markdown: the file {@code docs/phases.md}. */
public final class PhaseDocumentation {
    private static final String HEADER = """
            # Phases

            The phases of a deployment, in order. A step waits only for the steps that it needs, so phases overlap.
            `urania explain PHASE` prints the same, with the meaning of each variable, and with the names of the hosts for an inventory that
            is given with `-i`. A star in a path stands for one name.

            This file is generated from the phases in the code; do not edit it. `./mvnw -pl cluster -am test -Dtest=PhaseDocumentationTest
            -Dsurefire.failIfNoSpecifiedTests=false -Durania.docs.write=true` rewrites it.
            """;

    private PhaseDocumentation() {}

    public static String markdown() {
        StringBuilder text = new StringBuilder(HEADER);
        for (PhaseDescription phase : Phases.descriptions()) {
            text.append("\n## ").append(phase.title()).append("\n\n");
            text.append(phase.purpose()).append("\n\n");
            text.append("- Hosts: ")
                    .append(phase.places().stream().map(Place::words).collect(Collectors.joining("; ")))
                    .append("\n");
            text.append("- Variables: ")
                    .append(phase.variables().stream()
                            .map(variable -> "`" + variable.name() + "`")
                            .collect(Collectors.joining(", ")))
                    .append("\n");
            for (Topic topic : Topic.values()) {
                if (!phase.about(topic).isEmpty()) {
                    text.append("- ")
                            .append(topic.words())
                            .append(": ")
                            .append(listed(topic, phase.about(topic)))
                            .append("\n");
                }
            }
        }
        return text.toString();
    }

    private static String listed(Topic topic, List<String> entries) {
        return entries.stream()
                .map(entry -> topic == Topic.PORTS ? entry : "`" + entry + "`")
                .collect(Collectors.joining(", "));
    }
}
