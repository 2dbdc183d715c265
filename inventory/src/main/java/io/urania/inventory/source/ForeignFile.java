package io.urania.inventory.source;

import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files in an inventory's folder that are no inventories: people keep manifests, playbooks and notes there. Ansible tries to read each of them,
 * warns, and goes on with the others. What may be an inventory with a mistake in it is none of them, since its hosts would be missing.
 */
final class ForeignFile {
    private static final Pattern API_VERSION = Pattern.compile("(?m)^apiVersion\\s*:");
    private static final Pattern KIND = Pattern.compile("(?m)^kind\\s*:");
    private static final Pattern SECTION = Pattern.compile("\\[[^\\[\\],\\s]+]\\s*(?:#.*)?");

    private ForeignFile() {}

    /** Whether a file's name says that it is an inventory, so that no mistake in it makes it something else. */
    static boolean isNamedAsInventory(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("hosts") || lower.contains("inventory");
    }

    /** What a manifest of Kubernetes is told as; empty if it is none. One file may have several, of any YAML. */
    static Optional<Problem> manifest(SourceText text) {
        return API_VERSION.matcher(text.text()).find()
                        && KIND.matcher(text.text()).find()
                ? Optional.of(warning(Position.startOf(text.file()), "it is a Kubernetes manifest"))
                : Optional.empty();
    }

    /** What a document is told as that has no groups; empty if it has some, or is meant to. */
    static Optional<Problem> document(Value document) {
        return switch (document) {
            case MapValue map when isInventory(map) -> Optional.empty();
            case MapValue map -> Optional.of(warning(map.position(), "none of its keys is a group"));
            case ListValue list ->
                Optional.of(warning(list.position(), "it is a list, and an inventory is a mapping of groups"));
            default ->
                Optional.of(warning(
                        document.position(),
                        "it is a value of type " + document.type() + ", and an inventory is a mapping of groups"));
        };
    }

    /** What a text is told as that is read as INI and cannot be. */
    static Problem lines(SourceText text, Problem first) {
        return warning(
                Optional.ofNullable(first.position()).orElse(Position.startOf(text.file())),
                "it has no section, and " + first.what());
    }

    /** Whether a line of a text is a section of INI. */
    static boolean hasSections(SourceText text) {
        return text.text().lines().map(String::strip).anyMatch(ForeignFile::isSection);
    }

    /** Whether the first line that says something is a section of INI. */
    static boolean beginsWithSection(SourceText text) {
        return text.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
                .findFirst()
                .filter(ForeignFile::isSection)
                .isPresent();
    }

    private static boolean isSection(String line) {
        return SECTION.matcher(line).matches();
    }

    private static Problem warning(Position position, String why) {
        return Problem.warning(
                position,
                "not an inventory, and not read",
                why,
                "move it out of the inventory's directory, or pass the hosts file with -i");
    }

    /** A plugin's configuration, and the only names that Ansible gives, are meant. */
    private static boolean isInventory(MapValue map) {
        return map.get("plugin").isPresent()
                || map.get(InventoryTree.ALL).isPresent()
                || map.get(InventoryTree.UNGROUPED).isPresent()
                || map.entries().values().stream().allMatch(ForeignFile::isEmpty)
                || map.entries().values().stream().anyMatch(ForeignFile::isGroup);
    }

    private static boolean isEmpty(Value body) {
        return body instanceof NullValue
                || (body instanceof MapValue map && map.entries().isEmpty());
    }

    private static boolean isGroup(Value body) {
        return body instanceof MapValue map
                && map.entries().keySet().stream()
                        .anyMatch(key -> YamlInventory.SECTIONS.contains(key)
                                || Suggestion.nearest(key, YamlInventory.SECTIONS)
                                        .isPresent());
    }
}
