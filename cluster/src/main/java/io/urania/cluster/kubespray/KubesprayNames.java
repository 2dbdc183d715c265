package io.urania.cluster.kubespray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every name of a variable in Kubespray's sample inventories, the defaults of its roles and the variables of its own tests, from release
 * 2.11 on, and those that only its documentation and its templates have. The resources hold names and releases only: each line is a first
 * release, a last one, and names.
 */
public final class KubesprayNames {
    /** Where the resources begin: each holds the names from one of these to the next. */
    static final NavigableSet<String> PARTS =
            Collections.unmodifiableNavigableSet(new TreeSet<>(List.of("a", "ci", "d", "k", "l", "p")));

    /** The resource with the names that none of Kubespray's own files sets. */
    private static final String DOCUMENTED = "documented-names.txt";

    private static final Map<String, Span> SPANS = read();

    private KubesprayNames() {}

    /** The releases that have a name; empty if none has. */
    public static Optional<Span> span(String name) {
        return Optional.ofNullable(SPANS.get(name));
    }

    /** Every name, sorted. */
    public static Set<String> all() {
        return SPANS.keySet();
    }

    /** The resource that has, or would have, a name. */
    static String resource(String name) {
        String part = PARTS.floor(name);
        return "names-from-" + (part == null ? PARTS.first() : part) + ".txt";
    }

    private static Map<String, Span> read() {
        Map<String, Span> spans = new TreeMap<>();
        List<String> resources = new ArrayList<>(List.of(DOCUMENTED));
        PARTS.forEach(part -> resources.add(resource(part)));
        for (String resource : resources) {
            InputStream stream = Objects.requireNonNull(KubesprayNames.class.getResourceAsStream(resource), resource);
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> read(line, spans));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Collections.unmodifiableMap(spans);
    }

    private static void read(String line, Map<String, Span> spans) {
        List<String> words = List.of(line.split(" ", -1));
        Span span = new Span(release(words.get(0)), release(words.get(1)));
        words.subList(2, words.size()).forEach(name -> spans.put(name, span));
    }

    private static Release release(String word) {
        return Release.parse(word).orElseThrow(() -> new IllegalStateException("no release of Kubespray: " + word));
    }
}
