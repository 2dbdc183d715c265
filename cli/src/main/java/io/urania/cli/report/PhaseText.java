package io.urania.cli.report;

import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A phase explained.
 *
 * @param columns how wide lines of words may be
 */
public record PhaseText(Style style, int columns) {

    private static final String INDENT = "  ";

    /**
     * The lines.
     *
     * @param hosts the hosts it works on, where an inventory says which
     */
    public List<String> of(PhaseDescription phase, Optional<List<String>> hosts) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(phase.title()));
        // Markdown of docs/phases.md.
        lines.addAll(wrapped(phase.purpose().replace("`", "")));
        section(
                lines,
                "Hosts",
                wrapped(phase.places().stream().map(Place::words).collect(Collectors.joining("; "))));
        hosts.ifPresent(names -> lines.addAll(wrapped(shown(names))));
        section(
                lines,
                "Variables",
                phase.variables().stream()
                        .flatMap(variable -> variable(variable).stream())
                        .toList());
        for (Topic topic : Topic.values()) {
            List<String> entries = phase.about(topic);
            if (!entries.isEmpty()) {
                section(lines, topic.words(), entries(topic, entries));
            }
        }
        return lines;
    }

    private String shown(List<String> hosts) {
        HostNames names = new HostNames(hosts);
        return hosts.isEmpty() ? "(none)" : hosts.stream().map(names::of).collect(Collectors.joining(" "));
    }

    private List<String> entries(Topic topic, List<String> entries) {
        return switch (topic) {
            case FILES, PORTS -> entries.stream().map(entry -> INDENT + entry).toList();
            case PROGRAMS, PACKAGES, UNITS, OBJECTS -> wrapped(String.join(" ", entries));
        };
    }

    private List<String> variable(Variable<?> variable) {
        List<String> lines = new ArrayList<>(List.of(INDENT + style.cyan(variable.name()) + ": " + variable.meaning()));
        if (variable.effect() instanceof Effect.Applied(String description)) {
            wrapped(description).forEach(line -> lines.add(INDENT + style.dim(line)));
        }
        return lines;
    }

    private void section(List<String> lines, String heading, List<String> body) {
        lines.add("");
        lines.add(style.bold(heading));
        lines.addAll(body);
    }

    /** At spaces; a word that is longer than a line has a line of its own. */
    private List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && INDENT.length() * 2 + line.length() + 1 + word.length() > columns) {
                lines.add(INDENT + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(INDENT + line);
        return lines;
    }
}
