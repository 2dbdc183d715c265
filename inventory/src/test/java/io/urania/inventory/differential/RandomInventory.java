package io.urania.inventory.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An inventory made at random, written to a folder: sources in several forms, variable files, extra variables. */
final class RandomInventory {
    private static final List<String> NAMES =
            List.of("alpha", "beta", "gamma", "delta", "kube-node", "k8s_cluster", "eta", "all", "ungrouped", "zeta.x");
    private static final List<String> PATTERNS = List.of(
            "pi",
            "pi1",
            "node.example.com",
            "n[1:3]",
            "n[01:03]",
            "x[a:c].d",
            "m[0:6:2]",
            "r[1:2]s[a:b]",
            "p:22",
            "q[1:2]:2222",
            "[fe80::1]:22",
            "fe80::2",
            "10.0.0.1",
            "10.0.0.2:2022",
            "a_b",
            "UPPER",
            "localhost",
            "[::1]",
            "n-",
            "alpha");
    private static final List<String> VARIABLES = List.of(
            "a",
            "b",
            "c",
            "ansible_host",
            "ansible_port",
            "ip",
            "kube_version",
            "labels",
            "inventory_dir",
            "with-dash");

    private final Path folder;
    private final Choice choice;
    private final RandomValues values;
    private final List<String> arguments = new ArrayList<>();

    RandomInventory(Path folder, long seed) {
        this.folder = folder;
        this.choice = new Choice(seed);
        this.values = new RandomValues(choice);
    }

    /** What {@code ansible-inventory} is to be called with, {@code --list} aside. */
    List<String> arguments() {
        return List.copyOf(arguments);
    }

    RandomInventory write() throws IOException {
        int sources = choice.onceIn(4) ? 2 : 1;
        for (int i = 0; i < sources; i++) {
            String directory = sources > 1 && choice.onceIn(2) ? "s" + i + "/" : "";
            writeSource(directory, i);
        }
        if (choice.onceIn(8)) {
            arguments.addAll(List.of("-i", choice.of("pi1,other,", "q:22,[fe80::9]:23", "n[1:2],x")));
        }
        if (choice.onceIn(4)) {
            writeVariableFiles("");
        }
        if (choice.onceIn(3)) {
            extraVariables();
        }
        return this;
    }

    private void writeSource(String directory, int number) throws IOException {
        if (choice.onceIn(3)) {
            String source = directory + "inventory" + number;
            int files = 1 + choice.below(3);
            for (int i = 0; i < files; i++) {
                writeHosts(source + "/" + choice.of("01-", "9", "B", "a") + i);
            }
            if (choice.onceIn(2)) {
                writeVariableFiles(source + "/");
            }
            if (choice.onceIn(5)) {
                write(source + "/notes.txt", "not: [an inventory");
                write(source + "/.hidden", "x: {hosts: hidden}");
            }
            arguments.addAll(List.of("-i", source));
        } else {
            String source = writeHosts(directory + "hosts" + number);
            if (choice.onceIn(2)) {
                writeVariableFiles(directory);
            }
            arguments.addAll(List.of("-i", source));
        }
    }

    private String writeHosts(String path) throws IOException {
        return switch (choice.below(5)) {
            case 0 -> write(path + choice.of("", ".ini"), ini());
            case 1, 2 -> write(path + choice.of("", ".yml", ".yaml"), "---\n" + yamlGroups());
            case 3 -> write(path + choice.of("", ".json", ".yaml"), json());
            default -> write(path + choice.of("", ".ini", ".hosts"), ini());
        };
    }

    private String yamlGroups() {
        StringBuilder text = new StringBuilder();
        for (String group : groups(1 + choice.below(3))) {
            yamlGroup(group, "", 0, text);
        }
        return text.toString();
    }

    private void yamlGroup(String group, String indentation, int depth, StringBuilder text) {
        text.append(indentation).append(group).append(":\n");
        String inner = indentation + "  ";
        if (choice.onceIn(2)) {
            text.append(inner).append("vars:\n");
            if (choice.onceIn(4)) {
                text.append(inner)
                        .append("  ansible_group_priority: ")
                        .append(choice.of("2", "10", "'3'", "-1"))
                        .append('\n');
            }
            yamlVariables(inner + "  ", text);
        }
        if (!choice.onceIn(3)) {
            text.append(inner).append("hosts:\n");
            for (String pattern : patterns()) {
                text.append(inner).append("  '").append(pattern).append("':\n");
                if (choice.onceIn(2)) {
                    yamlVariables(inner + "    ", text);
                }
            }
        }
        if (depth < 3 && choice.onceIn(2)) {
            text.append(inner).append("children:\n");
            int first = NAMES.indexOf(group);
            List<String> later = first < 0 ? List.of() : NAMES.subList(first + 1, NAMES.size());
            Set<String> children = new LinkedHashSet<>();
            for (int i = 0; i < 2 && !later.isEmpty(); i++) {
                String child = choice.of(later);
                if (!child.equals("all")
                        && !group.equals("ungrouped")
                        && (!child.equals("ungrouped") || group.equals("all"))) {
                    children.add(child);
                }
            }
            children.forEach(child -> yamlGroup(child, inner + "  ", depth + 1, text));
        }
    }

    private void yamlVariables(String indentation, StringBuilder text) {
        boolean anchored = choice.onceIn(8) && text.indexOf("&base") < 0;
        for (String name : variables()) {
            text.append(indentation).append(name).append(choice.onceIn(10) ? ":\t" : ": ");
            if (choice.onceIn(6)) {
                text.append(values.yamlBlock(indentation));
            } else {
                text.append(values.yaml(0)).append('\n');
            }
        }
        if (anchored) {
            text.append(indentation).append("base: &base {one: 1, two: [1, 2]}\n");
            text.append(indentation).append("derived: {<<: *base, two: 2, three: *base}\n");
            text.append(indentation).append("merged:\n").append(indentation).append("  <<: [{four: 4}, *base]\n");
        }
    }

    private String ini() {
        StringBuilder text = new StringBuilder();
        iniHosts(text);
        List<String> groups = groups(1 + choice.below(4));
        for (String group : groups) {
            text.append('[')
                    .append(group)
                    .append(']')
                    .append(choice.of("", "  # comment"))
                    .append('\n');
            iniHosts(text);
        }
        for (int i = 1; i < groups.size(); i++) {
            boolean isSpecial = List.of("all", "ungrouped").contains(groups.get(i))
                    || groups.get(i - 1).equals("ungrouped");
            if (choice.onceIn(2) && !isSpecial) {
                text.append('[')
                        .append(groups.get(i - 1))
                        .append(":children]\n")
                        .append(groups.get(i))
                        .append('\n');
            }
            if (choice.onceIn(2)) {
                text.append('[').append(groups.get(i)).append(":vars]\n");
                for (String name : variables()) {
                    text.append(name)
                            .append(choice.of("=", " = "))
                            .append(values.ini())
                            .append('\n');
                }
                if (choice.onceIn(4)) {
                    text.append("ansible_group_priority=")
                            .append(choice.below(5))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private void iniHosts(StringBuilder text) {
        for (String pattern : patterns()) {
            // At the start of a line a bracket opens a section.
            if (!pattern.startsWith("[")) {
                text.append(choice.of("", "  ")).append(pattern);
                if (choice.onceIn(2)) {
                    variables()
                            .forEach(name ->
                                    text.append(' ').append(name).append('=').append(values.ini()));
                }
                text.append(choice.of("", " # comment", "")).append('\n');
            }
        }
        text.append(choice.of("", "\n; comment\n", "# comment\n"));
    }

    private String json() {
        StringBuilder text = new StringBuilder("{\n");
        List<String> parts = new ArrayList<>();
        for (String group : groups(1 + choice.below(3))) {
            List<String> hosts = new ArrayList<>();
            for (String pattern : patterns()) {
                hosts.add("\"" + pattern + "\": " + (choice.onceIn(3) ? "null" : jsonVariables()));
            }
            parts.add("\t\"" + group + "\": {\"hosts\": {" + String.join(", ", hosts) + "}, \"vars\": "
                    + jsonVariables() + "}");
        }
        return text.append(String.join(",\n", parts)).append("\n}\n").toString();
    }

    private String jsonVariables() {
        List<String> parts = new ArrayList<>();
        variables().forEach(name -> parts.add("\"" + name + "\": " + values.json(0)));
        return "{" + String.join(", ", parts) + "}";
    }

    private void writeVariableFiles(String directory) throws IOException {
        for (String kind : List.of("group_vars", "host_vars")) {
            int files = choice.below(4);
            for (int i = 0; i < files; i++) {
                String name = kind.equals("group_vars")
                        ? choice.of(NAMES)
                        : choice.of("pi", "pi1", "n1", "n01", "q1", "10.0.0.1", "fe80::2");
                String path = directory + kind + "/" + name;
                switch (choice.below(5)) {
                    case 0 -> writeVariables(path + "/main.yml");
                    case 1 -> {
                        writeVariables(path + "/" + choice.of("b", "a.yaml", "z.json"));
                        writeVariables(path + "/sub/" + choice.of("c.yml", "d"));
                        writeVariables(path + "/" + choice.of("ignored.txt", ".ignored", "ignored~", "IGNORED.YML"));
                    }
                    default -> writeVariables(path + choice.of("", ".yml", ".yaml", ".json"));
                }
            }
        }
    }

    private void writeVariables(String path) throws IOException {
        StringBuilder text = new StringBuilder();
        if (choice.onceIn(4)) {
            text.append(jsonVariables());
        } else if (!choice.onceIn(8)) {
            text.append("---\n");
            yamlVariables("", text);
        }
        write(path, text.toString());
    }

    private void extraVariables() throws IOException {
        String option = switch (choice.below(4)) {
            case 0 ->
                "a="
                        + choice.of(
                                "1",
                                "yes",
                                "'two words'",
                                "\"{{ b }} c\"",
                                "x=y",
                                "\\\\t",
                                "",
                                "{{ b | default('x y') }}")
                        + " e=2";
            case 1 -> "{a: yes, f: [1, 0644]}";
            case 2 -> jsonVariables();
            default -> {
                writeVariables("extra.yml");
                write("extra2.yml", "g: " + values.yaml(0).replace("!unsafe 5", "5") + "\n");
                yield "@extra2.yml";
            }
        };
        arguments.addAll(List.of("-e", option));
    }

    private List<String> groups(int count) {
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            chosen.add(choice.of(NAMES));
        }
        return chosen.stream()
                .sorted((left, right) -> NAMES.indexOf(left) - NAMES.indexOf(right))
                .toList();
    }

    private Set<String> patterns() {
        Set<String> chosen = new LinkedHashSet<>();
        int count = choice.below(4);
        for (int i = 0; i < count; i++) {
            chosen.add(choice.of(PATTERNS));
        }
        return chosen;
    }

    private Set<String> variables() {
        Set<String> chosen = new LinkedHashSet<>();
        int count = 1 + choice.below(4);
        for (int i = 0; i < count; i++) {
            chosen.add(choice.of(VARIABLES));
        }
        return chosen;
    }

    /** Writes a file, unless a folder has its name or a file that of its folder: chance names things twice. */
    private String write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        boolean isTaken = Files.isDirectory(file);
        for (Path above = file.getParent(); !above.equals(folder); above = above.getParent()) {
            isTaken |= Files.isRegularFile(above);
        }
        if (!isTaken) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        return path;
    }
}
