package io.urania.cluster.phases;

import io.urania.cluster.observation.ClusterProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.dataformat.toml.TomlMapper;

/** What the programs on hosts read in the files that they get: values without quotes and escapes, each with its place. */
final class ReadBack {

    private final List<String> values = new ArrayList<>();

    private ReadBack() {}

    /**
     * The values of a file, a line each.
     *
     * @param name a path, or what else tells how it is to be read
     */
    static List<String> of(String name, String text) {
        ReadBack read = new ReadBack();
        if (name.endsWith(".toml")) {
            read.tree("", new TomlMapper().readValue(text, Map.class));
        } else if (name.endsWith(".service") || name.endsWith(".timer") || name.contains(".service.d/")) {
            read.unit(text);
        } else if (name.endsWith(".env")) {
            text.lines().forEach(read::variable);
        } else if (name.endsWith("-renew.sh")) {
            // A script's values stand in assignments at its beginning.
            text.lines()
                    .filter(line -> line.matches("[A-Za-z_]+=.*"))
                    .forEach(line -> read.add("", words(line, false)));
        } else if (name.endsWith("/haproxy.cfg")) {
            text.lines().forEach(line -> read.add("haproxy", words(line, false)));
        } else if (text.startsWith("apiVersion:")
                || text.startsWith("---\n")
                || name.matches(".*\\.(?:conflist|json)")) {
            new Yaml(new SafeConstructor(new LoaderOptions()))
                    .loadAll(text)
                    .forEach(document -> read.tree("", document));
        } else {
            read.lines("", text);
        }
        return read.values;
    }

    private void add(String place, Object value) {
        // Sums of files, in names of volumes and keys: they differ whatever the files have.
        values.add(place + " = " + String.valueOf(value).replaceAll("-[0-9a-f]{8}$", "-SUM"));
    }

    private void tree(String place, Object node) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if (!ClusterProbe.ANNOTATION.equals(key)) {
                        tree(place + "/" + key, value);
                    }
                });
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    tree(place + "/" + index, list.get(index));
                }
            }
            // The text of a file in a file; a value of several lines has no end of line at its end.
            case String text when text.endsWith("\n") -> lines(place, text);
            case null -> add(place, "null");
            default -> add(place + " " + node.getClass().getSimpleName(), node);
        }
    }

    private void lines(String place, String text) {
        text.lines().forEach(line -> add(place, List.of(line.strip().split("\\s+"))));
    }

    private void unit(String text) {
        String section = "";
        for (String line : text.replace("\\\n", " ").lines().toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                section = line;
            } else if (equals > 0) {
                String value = line.substring(equals + 1);
                add(
                        section + line.substring(0, equals),
                        line.startsWith("ExecStart=") ? words(value, true) : specified(value));
            } else if (!line.isBlank()) {
                add(section, line);
            }
        }
    }

    private void variable(String line) {
        int equals = line.indexOf('=');
        String value = line.substring(equals + 1);
        add(line.substring(0, Math.max(0, equals)), value.startsWith("\"") ? words(value, false) : List.of(value));
    }

    /** Words as systemd and HAProxy take them; what a unit could expand is marked. */
    private static List<String> words(String line, boolean unit) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean within = false;
        char quote = 0;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (quote == 0 && Character.isWhitespace(character)) {
                if (within) {
                    words.add(word.toString());
                }
                within = false;
                word.setLength(0);
                continue;
            }
            within = true;
            if (character == quote) {
                quote = 0;
            } else if (quote == 0 && (character == '"' || character == '\'')) {
                quote = character;
            } else if (character == '\\' && quote != '\'' && index + 1 < line.length()) {
                index++;
                word.append(line.charAt(index));
            } else {
                word.append(character);
            }
        }
        if (within) {
            words.add(word.toString());
        }
        return unit ? words.stream().map(ReadBack::specified).toList() : words;
    }

    private static String specified(String text) {
        String marked = text.replace("%%", "\uE001").replace("$$", "\uE002");
        return marked.replace("%", "<specifier>")
                .replace("$", "<variable>")
                .replace("\uE001", "%")
                .replace("\uE002", "$");
    }
}
