package io.urania.cluster.manifest;

import io.urania.cluster.format.Line;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A resource file of YAML documents with places to fill in, written {@code @NAME@}. */
public final class ManifestTemplate {

    private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");

    private final String name;
    private final String text;

    private ManifestTemplate(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Reads the template {@code <name>.yaml} that lies beside a class. */
    public static ManifestTemplate beside(Class<?> owner, String name) {
        return new ManifestTemplate(name, ResourceText.beside(owner, name + ".yaml"));
    }

    /** The same file for a manifest of another name. */
    public ManifestTemplate as(String other) {
        return new ManifestTemplate(other, text);
    }

    /**
     * Fills the places in. They are filled after the template is read: a value is never YAML. One that is all of a scalar may be of any
     * type; one that is a part, as of a program's own file, is text of one line. A line of such a file that is nothing but a place with
     * an empty value is left out, and so is a field whose value is an empty {@link Optional}.
     *
     * @throws IllegalArgumentException if a place has no value, or a value no place: both are slips; or if a part is no text of one line
     */
    public Manifest fill(Map<String, ?> values) {
        return fill(values, List.of());
    }

    /**
     * The same, with further objects.
     *
     * @param more objects that are not in the file, for not every cluster has them
     */
    public Manifest fill(Map<String, ?> values, List<Map<String, Object>> more) {
        SortedSet<String> unused = new TreeSet<>(values.keySet());
        List<Map<String, Object>> trees = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            trees.add(filled((Map<?, ?>) document, values, unused));
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(name + ".yaml has no place for " + unused);
        }
        trees.addAll(more);
        return Manifest.of(name, trees);
    }

    private Map<String, Object> filled(Map<?, ?> map, Map<String, ?> values, Set<String> unused) {
        Map<String, Object> filled = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object node = filledNode(value, values, unused);
            (node instanceof Optional<?> optional ? optional : Optional.of(node))
                    .ifPresent(present ->
                            filled.put(String.valueOf(filledNode(String.valueOf(key), values, unused)), present));
        });
        return filled;
    }

    private Object filledNode(Object node, Map<String, ?> values, Set<String> unused) {
        return switch (node) {
            case Map<?, ?> map -> filled(map, values, unused);
            case List<?> list -> {
                List<Object> elements = new ArrayList<>();
                list.forEach(element -> elements.add(filledNode(element, values, unused)));
                yield elements;
            }
            case String scalar -> {
                Matcher place = PLACE.matcher(scalar);
                yield place.matches() ? value(place.group(1), values, unused) : filledText(scalar, values, unused);
            }
            default -> node;
        };
    }

    private String filledText(String scalar, Map<String, ?> values, Set<String> unused) {
        if (scalar.indexOf('\n') < 0) {
            return filledLine(scalar, values, unused);
        }
        StringBuilder filled = new StringBuilder();
        for (String line : scalar.lines().toList()) {
            String whole = filledLine(line, values, unused);
            // YAML writes a text in which a line ends with blanks as one long line full of escapes.
            if (!whole.isBlank() || line.isBlank()) {
                filled.append(whole).append('\n');
            }
        }
        return filled.toString();
    }

    private String filledLine(String line, Map<String, ?> values, Set<String> unused) {
        return PLACE.matcher(line)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Line.of(String.valueOf(value(match.group(1), values, unused)))));
    }

    private Object value(String place, Map<String, ?> values, Set<String> unused) {
        Object value = values.get(place);
        if (value == null) {
            throw new IllegalArgumentException(name + ".yaml: missing value for " + place);
        }
        unused.remove(place);
        return value;
    }
}
