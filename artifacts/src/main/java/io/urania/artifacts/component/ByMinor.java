package io.urania.artifacts.component;

import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.resource.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text that may be another one for other minors of Kubernetes.
 *
 * @param rows without overlap
 */
record ByMinor(List<Row> rows) {

    record Row(MinorRange minors, String text) {}

    ByMinor {
        rows = List.copyOf(rows);
    }

    /**
     * Reads it.
     *
     * @param all the field for a text that all minors have
     * @param some the field for one that they do not: a mapping from ranges
     */
    static ByMinor read(YamlNode node, String all, String some) {
        Optional<String> same = node.optionalText(all);
        if (same.isPresent()) {
            return new ByMinor(List.of(new Row(MinorRange.ALL, same.get())));
        }
        YamlNode ranges = node.node(some);
        List<Row> rows = new ArrayList<>();
        ranges.names().forEach(range -> rows.add(new Row(MinorRange.parse(range), ranges.text(range))));
        return new ByMinor(rows);
    }

    /** The text for that version's minor; empty where it has none. */
    Optional<String> of(KubernetesVersion version) {
        return rows.stream()
                .filter(row -> row.minors().contains(version))
                .map(Row::text)
                .findFirst();
    }
}
