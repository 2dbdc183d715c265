package io.urania.inventory.source;

import io.urania.inventory.ini.IniLines;
import io.urania.inventory.ini.IniLines.Line;
import io.urania.inventory.ini.PythonLiteral;
import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.text.ShellWords;
import io.urania.inventory.text.ShellWords.Word;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.text.UnreadableException;
import io.urania.inventory.text.ValueBudget;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Groups, hosts and variables in an INI inventory: what Ansible's {@code ini} inventory plugin reads. */
final class IniInventory {
    private static final Pattern SECTION = Pattern.compile("\\[([^:\\]\\s]+)(?::(\\w+))?]\\s*(?:#.*)?");
    private static final Pattern GROUP_NAME = Pattern.compile("([^:\\]\\s]+)\\s*(?:#.*)?");
    private static final Pattern YAML = Pattern.compile("(?:\\S+:|---|\\{|- +\\S+:)(?:\\s.*)?");
    private static final List<String> KINDS = List.of("hosts", "children", "vars");
    private static final String UNKNOWN = "";

    private final Path file;
    private final InventoryTree tree;
    private final Findings findings;
    private final ValueBudget budget;
    /** Groups that only {@code :children} or {@code :vars} have named so far, and where. */
    private final Map<String, Position> undeclared = new LinkedHashMap<>();

    private Group group;
    private String kind = "hosts";
    private @Nullable LineVariables variables;
    /** What follows says the same again. */
    private boolean isYaml;

    IniInventory(Path file, InventoryTree tree, Findings findings, ValueBudget budget) {
        this.file = file;
        this.tree = tree;
        this.findings = findings;
        this.budget = budget;
        this.group = tree.addGroup(InventoryTree.UNGROUPED, null);
    }

    void read(SourceText source) {
        if (source.hasMark()) {
            findings.add(Problem.error(
                    Position.startOf(file),
                    "a byte order mark at the start of an INI inventory",
                    "Ansible reads it as part of the first word",
                    "save the file as UTF-8 without it"));
        }
        try {
            IniLines.forEach(source.text(), this::readLine);
        } catch (UnreadableException refused) {
            findings.add(refused.problem());
            return;
        }
        endVariables();
        if (isYaml) {
            return;
        }
        undeclared.forEach((name, position) -> findings.add(() -> Problem.error(
                position,
                "group '" + name + "' is not declared",
                "no section [" + name + "] or [" + name + ":children] declares it",
                Suggestion.didYouMean(
                        name,
                        tree.groupNames(),
                        "if it is a host, list it in a section without :children; if it is a group, add a section ["
                                + name + "]"))));
    }

    private void readLine(Line line) {
        if (isYaml) {
            return;
        }
        Position position = new Position(file, line.number(), line.column());
        Matcher section = SECTION.matcher(line.text());
        if (section.matches()) {
            beginSection(section, position);
        } else if (line.text().startsWith("[") && line.text().endsWith("]")) {
            findings.add(Problem.error(
                    position,
                    "'" + line.text() + "' is not a valid section",
                    "a section is [group], [group:children] or [group:vars], without spaces",
                    "correct the line"));
            endVariables();
            kind = UNKNOWN;
        } else {
            readLine(line.text(), position);
        }
    }

    private void beginSection(Matcher section, Position position) {
        endVariables();
        String name = section.group(1);
        kind = Optional.ofNullable(section.group(2)).orElse("hosts");
        if (!KINDS.contains(kind)) {
            findings.add(Problem.error(
                    position,
                    "'" + kind + "' is not a valid kind of section",
                    "a section is [group], [group:children] or [group:vars]",
                    Suggestion.didYouMean(kind, KINDS, "use one of them")));
            kind = Suggestion.nearest(kind, KINDS).orElse(UNKNOWN);
        }
        boolean isNew = tree.group(name) == null;
        group = tree.addGroup(name, position);
        if (!kind.equals("vars")) {
            undeclared.remove(name);
        } else if (isNew) {
            undeclared.put(name, position);
        }
    }

    private void readLine(String line, Position position) {
        switch (kind) {
            case "vars" -> readVariable(line, position);
            case "children" -> readChild(line, position);
            case UNKNOWN -> {
                // What is wrong with the section has been told: its lines would only add what follows from that.
            }
            default -> readHosts(line, position);
        }
    }

    private void readVariable(String line, Position position) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            findings.add(Problem.error(
                    position, "'" + line + "' sets nothing", "a variable is written name=value", "write name=value"));
            return;
        }
        if (variables == null) {
            variables = new LineVariables(group, position);
        }
        String written = line.substring(equals + 1);
        int blanks = written.length() - written.stripLeading().length();
        Position place = right(position, equals + 1 + blanks);
        Value value = literal(written.strip(), place);
        if (!variables.put(line.substring(0, equals).strip(), value, position)) {
            endVariables();
            readVariable(line, position);
        }
    }

    private void endVariables() {
        if (variables != null) {
            variables.end(findings);
            variables = null;
        }
    }

    private void readChild(String line, Position position) {
        Matcher name = GROUP_NAME.matcher(line);
        if (!name.matches()) {
            findings.add(Problem.error(
                    position, "'" + line + "' is not a group", "[group:children] lists one group per line", ""));
            return;
        }
        boolean isNew = tree.group(name.group(1)) == null;
        Group child = tree.addGroup(name.group(1), position);
        if (isNew) {
            undeclared.put(child.name(), position);
        }
        tree.addChild(group, child, position);
    }

    private void readHosts(String line, Position position) {
        if (YAML.matcher(line).matches()) {
            isYaml = true;
            findings.add(Problem.error(
                    position,
                    "'" + line.split("\\s", 2)[0] + "' is not a host",
                    "it looks like YAML, and the file is read as INI",
                    "rename the file to .yaml if it is YAML"));
            return;
        }
        List<Word> words;
        try {
            words = ShellWords.splitBeforeComment(line);
        } catch (IllegalArgumentException unreadable) {
            findings.add(Problem.error(
                    position,
                    "the line cannot be parsed",
                    String.valueOf(unreadable.getMessage()),
                    "close the quote, or put a backslash before it"));
            return;
        }
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Position> places = new LinkedHashMap<>();
        for (Word word : words.subList(1, words.size())) {
            Position place = right(position, word.offset());
            int equals = word.text().indexOf('=');
            if (equals < 0) {
                findings.add(Problem.error(
                        place,
                        "'" + word.text() + "' sets nothing",
                        "a host is followed by its variables, name=value",
                        "quote a value that contains spaces"));
            } else {
                String name = word.text().substring(0, equals);
                values.put(name, literal(word.text().substring(equals + 1), right(place, equals + 1)));
                places.put(name, place);
            }
        }
        String pattern = words.getFirst().text();
        hosts(pattern, position)
                .ifPresent(hosts -> tree.addHosts(group, hosts, position, new MapValue(values, places, position)));
    }

    private Optional<HostPattern> hosts(String pattern, Position position) {
        try {
            return Optional.of(HostPattern.parse(pattern));
        } catch (IllegalArgumentException badRange) {
            findings.add(Problem.error(
                    position,
                    "'" + pattern + "' is not a valid host name or range",
                    String.valueOf(badRange.getMessage()),
                    "for example pi[01:10]"));
            return Optional.empty();
        }
    }

    private Value literal(String text, Position position) {
        budget.take(position);
        budget.takeText(text.length(), position);
        try {
            return PythonLiteral.read(text, position);
        } catch (IllegalArgumentException unreadable) {
            findings.add(Problem.error(
                    position,
                    "'" + text + "' is not a valid value",
                    String.valueOf(unreadable.getMessage()),
                    "write a template within other text, or the variable into a YAML file"));
            return new NullValue(position);
        }
    }

    private static Position right(Position position, int characters) {
        return new Position(position.file(), position.line(), position.column() + characters);
    }
}
