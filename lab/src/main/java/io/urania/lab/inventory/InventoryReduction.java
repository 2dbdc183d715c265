package io.urania.lab.inventory;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Takes hosts out of an inventory's hosts file. The file keeps its comments and its order: only the lines of the
 * hosts that go, and the comments right above them, are left out.
 */
public final class InventoryReduction {
    private static final Pattern COMMENT = Pattern.compile("\\s*#.*");

    private final List<String> lines;
    private final Set<String> keep;
    private final BitSet dropped = new BitSet();

    private InventoryReduction(List<String> lines, Set<String> keep) {
        this.lines = new ArrayList<>(lines);
        this.keep = keep;
    }

    /**
     * The hosts file with these hosts only.
     *
     * @param text a YAML inventory in block style, one host a line, as Ansible's documentation shows it
     * @param keep full names
     */
    public static String reduce(String text, Set<String> keep) {
        var reduction = new InventoryReduction(text.lines().toList(), keep);
        reduction.visit(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
        return reduction.text();
    }

    private void visit(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if ("hosts".equals(key(tuple)) && tuple.getValueNode() instanceof MappingNode hosts) {
                reduce(tuple, hosts);
            } else {
                visit(tuple.getValueNode());
            }
        }
    }

    private void reduce(NodeTuple section, MappingNode hosts) {
        List<NodeTuple> gone = hosts.getValue().stream()
                .filter(host -> !keep.contains(key(host)))
                .toList();
        for (NodeTuple host : gone) {
            int first = host.getKeyNode().getStartMark().getLine();
            while (COMMENT.matcher(lines.get(first - 1)).matches()) {
                first--;
            }
            dropped.set(first, Math.max(lastLine(host.getKeyNode()), lastLine(host.getValueNode())) + 1);
        }
        if (!gone.isEmpty() && gone.size() == hosts.getValue().size()) {
            int line = section.getKeyNode().getStartMark().getLine();
            lines.set(line, lines.get(line).stripTrailing() + " {}");
        }
    }

    private String text() {
        var text = new StringBuilder();
        for (int line = 0; line < lines.size(); line++) {
            if (!dropped.get(line)) {
                text.append(lines.get(line)).append('\n');
            }
        }
        return text.toString();
    }

    private static int lastLine(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .mapToInt(tuple -> Math.max(lastLine(tuple.getKeyNode()), lastLine(tuple.getValueNode())))
                        .max()
                        .orElseGet(() -> node.getEndMark().getLine());
            case SequenceNode sequence ->
                sequence.getValue().stream()
                        .mapToInt(InventoryReduction::lastLine)
                        .max()
                        .orElseGet(() -> node.getEndMark().getLine());
            default -> node.getEndMark().getLine();
        };
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
