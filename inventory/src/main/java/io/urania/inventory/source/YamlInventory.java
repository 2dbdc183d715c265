package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Groups, hosts and variables in a YAML inventory: what Ansible's {@code yaml} inventory plugin reads. */
final class YamlInventory {
    static final List<String> SECTIONS = List.of("hosts", "children", "vars");

    /** What stands between names that somebody wrote one after the other. */
    private static final Pattern NAMES = Pattern.compile("[\\s,]+");

    private final InventoryTree tree;
    private final Findings findings;

    YamlInventory(InventoryTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    void read(MapValue document) {
        if (document.get("plugin").isPresent()) {
            findings.add(
                    Problem.error(
                            document.positionOf("plugin"),
                            "the configuration of an inventory plugin, not an inventory",
                            "Urania does not run inventory plugins",
                            "write its result to a file with 'ansible-inventory --list --yaml --output FILE' and use that file"));
            return;
        }
        document.entries().forEach((name, body) -> readGroup(name, document.positionOf(name), body));
    }

    private void readGroup(String name, Position position, Value body) {
        Group group = tree.addGroup(name, position);
        switch (body) {
            case NullValue _ -> {}
            case MapValue sections ->
                sections.entries().forEach((section, content) -> {
                    readSection(group, section, sections.positionOf(section), content);
                });
            default ->
                findings.add(Problem.error(
                        body.position(),
                        "group '" + name + "' is a value of type " + body.type(),
                        "a group has hosts:, children: or vars:",
                        "write one of them below the group's name"));
        }
    }

    private void readSection(Group group, String section, Position position, Value content) {
        if (!SECTIONS.contains(section)) {
            findings.add(Problem.error(
                    position,
                    "'" + section + "' is not a valid key of group '" + group.name() + "'",
                    "a group has hosts:, children: and vars:, and Ansible ignores other keys",
                    Suggestion.didYouMean(section, SECTIONS, "a variable belongs below vars:, a host below hosts:")));
            return;
        }
        Optional<MapValue> entries = entries(group, section, content);
        if (entries.isEmpty()) {
            return;
        }
        MapValue map = entries.get();
        switch (section) {
            case "vars" -> group.add(GroupPriority.taken(group, map, findings));
            case "children" ->
                map.entries().forEach((child, body) -> {
                    Position place = map.positionOf(child);
                    tree.addChild(group, tree.addGroup(child, place), place);
                    readGroup(child, place, body);
                });
            default ->
                map.entries().forEach((pattern, body) -> readHosts(group, pattern, map.positionOf(pattern), body));
        }
    }

    private Optional<MapValue> entries(Group group, String section, Value content) {
        return switch (content) {
            case MapValue map -> Optional.of(map);
            case NullValue _ -> Optional.empty();
            case TextValue text
            when !section.equals("vars") && NAMES.split(text.text()).length > 1 -> {
                List<String> names = List.of(NAMES.split(text.text()));
                findings.add(Problem.error(
                        text.position(),
                        section + ": of group '" + group.name() + "' has names without ':'",
                        "YAML reads lines without ':' as one text, '" + String.join(" ", names) + "'",
                        "write each name on a line of its own with ':' after it: " + names.getFirst() + ": and "
                                + names.get(1) + ":"));
                yield Optional.empty();
            }
            case TextValue text ->
                Optional.of(new MapValue(
                        Map.of(text.text(), new NullValue(text.position())),
                        Map.of(text.text(), text.position()),
                        text.position()));
            default -> {
                findings.add(Problem.error(
                        content.position(),
                        section + ": of group '" + group.name() + "' is a value of type " + content.type(),
                        "it must be a mapping",
                        section.equals("vars")
                                ? "write 'name: value' lines"
                                : "write each name with ':' after it, without '-'"));
                yield Optional.empty();
            }
        };
    }

    private void readHosts(Group group, String pattern, Position position, Value body) {
        HostPattern hosts;
        try {
            hosts = HostPattern.parse(pattern);
        } catch (IllegalArgumentException badRange) {
            findings.add(Problem.error(
                    position,
                    "'" + pattern + "' is not a valid host name or range",
                    String.valueOf(badRange.getMessage()),
                    "for example pi[01:10]"));
            return;
        }
        MapValue variables = switch (body) {
            case MapValue map -> map;
            case NullValue _ -> new MapValue(Map.of(), position);
            default -> {
                findings.add(Problem.error(
                        body.position(),
                        "host '" + pattern + "' is a value of type " + body.type(),
                        "a host must be a mapping of its variables",
                        "write 'name: value' lines below it, or nothing"));
                yield new MapValue(Map.of(), position);
            }
        };
        tree.addHosts(group, hosts, position, variables);
    }
}
