package io.urania.cluster.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        try (InputStream stream = owner.getResourceAsStream(name + ".yaml")) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no " + name + ".yaml beside " + owner.getName());
            }
            return new ManifestTemplate(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fills the places in. A line that is nothing but a place with an empty value is left out.
     *
     * @throws IllegalArgumentException if a place has no value, or a value no place: both are slips
     */
    public Manifest fill(Map<String, String> values) {
        SortedSet<String> unused = new TreeSet<>(values.keySet());
        StringBuilder filled = new StringBuilder();
        for (String line : text.lines().toList()) {
            String whole = filled(line, values, unused);
            // YAML writes a text in which a line ends with blanks as one long line full of escapes.
            if (!whole.isBlank() || line.isBlank()) {
                filled.append(whole).append('\n');
            }
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(name + ".yaml has no place for " + unused);
        }
        List<Map<String, Object>> trees = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(filled.toString())) {
            Map<String, Object> tree = new LinkedHashMap<>();
            ((Map<?, ?>) document).forEach((key, value) -> tree.put(String.valueOf(key), value));
            trees.add(tree);
        }
        return Manifest.of(name, trees);
    }

    private String filled(String line, Map<String, String> values, Set<String> unused) {
        return PLACE.matcher(line).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException(name + ".yaml: there is no value for " + match.group(1));
            }
            unused.remove(match.group(1));
            return Matcher.quoteReplacement(value);
        });
    }
}
