package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.text.UnreadableException;
import io.urania.inventory.text.ValueBudget;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Makes values of the events of one YAML file, with no tree of nodes between. An alias gives the very value that its anchor names. */
final class ValueComposer {
    /** Deeper than this nobody writes; Ansible gives up at some hundreds. */
    private static final int DEEPEST_NESTING = 200;

    private final Path file;
    private final Parser events;
    private final Findings findings;
    private final ValueBudget budget;
    private final ScalarConverter scalars;
    private final KnownKeys keys;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int depth;
    private int unsafe;

    /** A value with an anchor, and how many values it stands for. */
    private record Anchored(Value value, long size) {}

    ValueComposer(Path file, Parser events, Findings findings, ValueBudget budget, KnownKeys keys) {
        this.file = file;
        this.events = events;
        this.findings = findings;
        this.budget = budget;
        this.keys = keys;
        this.scalars = new ScalarConverter(findings, keys);
    }

    /** The only document; empty if there is none. */
    Optional<Value> document() {
        events.getEvent();
        if (!(events.peekEvent() instanceof DocumentStartEvent)) {
            return Optional.empty();
        }
        events.getEvent();
        Value value = value(events.getEvent());
        events.getEvent();
        Event next = events.getEvent();
        if (next instanceof DocumentStartEvent) {
            throw new UnreadableException(Problem.error(
                    positionOf(next),
                    "a second YAML document",
                    "an inventory file must be one document",
                    "remove the '---' here"));
        }
        return Optional.of(value);
    }

    private Value value(Event event) {
        Position position = positionOf(event);
        if (event instanceof AliasEvent alias) {
            return aliased(alias.getAnchor(), position);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            begin(anchor, position);
        }
        long before = budget.used();
        budget.take(position);
        Value value = switch (event) {
            case ScalarEvent scalar -> {
                budget.takeText(scalar.getValue().length(), position);
                yield scalars.convert(scalar, position, unsafe > 0);
            }
            case CollectionStartEvent collection -> collection(collection, position);
            default -> throw new IllegalStateException("no value begins with " + event);
        };
        if (anchor != null) {
            open.remove(anchor);
            anchors.put(anchor, new Anchored(value, budget.used() - before));
        }
        return value;
    }

    private void begin(String anchor, Position position) {
        if (!open.add(anchor) || anchors.containsKey(anchor)) {
            findings.add(Problem.error(
                    position,
                    "the anchor '&" + anchor + "' is set twice in one file",
                    "Ansible refuses this because an alias could mean either",
                    "give one of the two another name"));
        }
    }

    private Value aliased(String anchor, Position position) {
        if (open.contains(anchor)) {
            findings.add(Problem.error(
                    position,
                    "an alias that contains itself",
                    "its value would never end",
                    "remove the alias '*" + anchor + "'"));
            return new NullValue(position);
        }
        Anchored anchored = anchors.get(anchor);
        if (anchored == null) {
            findings.add(Problem.error(
                    position,
                    "unknown alias '*" + anchor + "'",
                    "",
                    "set it with '&" + anchor + "' before its first use"));
            return new NullValue(position);
        }
        budget.take(anchored.size(), position);
        return anchored.value();
    }

    private Value collection(CollectionStartEvent start, Position position) {
        if (++depth > DEEPEST_NESTING) {
            throw new UnreadableException(Problem.error(
                    position,
                    "lists and mappings nested more than " + DEEPEST_NESTING + " deep",
                    "no inventory needs more",
                    "remove a level"));
        }
        boolean marked = isUnsafe(start.getTag(), position, start instanceof MappingStartEvent ? "map" : "seq");
        unsafe += marked ? 1 : 0;
        Value value = start instanceof SequenceStartEvent ? list(position) : map(position);
        unsafe -= marked ? 1 : 0;
        depth--;
        return value;
    }

    private ListValue list(Position position) {
        List<Value> elements = new ArrayList<>();
        Event next = events.getEvent();
        while (!(next instanceof SequenceEndEvent)) {
            elements.add(value(next));
            next = events.getEvent();
        }
        return new ListValue(elements, position);
    }

    private Value map(Position position) {
        MappingBuilder mapping = new MappingBuilder(position, findings, keys);
        Event next = events.getEvent();
        while (!(next instanceof MappingEndEvent)) {
            Position place = positionOf(next);
            if (isMerge(next)) {
                mapping.merge(value(events.getEvent()));
            } else {
                MappingKey key = key(next, place);
                mapping.put(key, place, value(events.getEvent()));
            }
            next = events.getEvent();
        }
        return mapping.build();
    }

    private MappingKey key(Event event, Position place) {
        if (event instanceof ScalarEvent scalar && scalar.getAnchor() == null) {
            return scalars.key(scalar, place);
        }
        return scalars.key(value(event), place);
    }

    private boolean isUnsafe(@Nullable String tag, Position position, String standard) {
        if (tag == null || tag.equals("!") || tag.equals(ScalarConverter.STANDARD + standard)) {
            return false;
        }
        if (tag.equals(ScalarConverter.UNSAFE)) {
            return true;
        }
        findings.add(Problem.error(
                position,
                "unknown YAML tag '" + tag.replace(ScalarConverter.STANDARD, "!!") + "'",
                "the only tag of lists and mappings is !unsafe",
                "remove the tag"));
        return false;
    }

    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && ScalarConverter.isPlain(scalar)
                && scalar.getValue().equals("<<");
    }

    private Position positionOf(Event event) {
        return new Position(
                file, event.getStartMark().getLine() + 1, event.getStartMark().getColumn() + 1);
    }
}
