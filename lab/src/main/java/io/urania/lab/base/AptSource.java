package io.urania.lab.base;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place where apt finds binary packages.
 *
 * @see <a href="https://manpages.debian.org/bookworm/apt/sources.list.5.en.html">sources.list(5)</a>
 */
public record AptSource(String uri, String suite, List<String> components) {
    private static final Pattern ONE_LINE = Pattern.compile("deb\\s+(?:\\[[^]]*]\\s*)?(\\S+)\\s+(\\S+)\\s+(.*)");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z-]+):\\s*(.*)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Set<String> DEBIAN_SUITES = Set.of(
            "bullseye",
            "bookworm",
            "trixie",
            "forky",
            "duke",
            "sid",
            "oldoldstable",
            "oldstable",
            "stable",
            "testing",
            "unstable");

    public AptSource {
        components = List.copyOf(components);
    }

    /** Debian's own archive, or a mirror of it, over HTTP. */
    public boolean isDebianArchive() {
        return DEBIAN_SUITES.contains(suite) && components.contains("main") && uri.startsWith("http");
    }

    /** Debian's security archive, or a mirror of it, over HTTP. */
    public boolean isDebianSecurity() {
        return suite.endsWith("-security")
                && DEBIAN_SUITES.contains(suite.substring(0, suite.length() - "-security".length()))
                && uri.startsWith("http");
    }

    /** Reads a file of one-line entries ({@code sources.list}, {@code *.list}). */
    public static List<AptSource> parseList(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .map(ONE_LINE::matcher)
                .filter(Matcher::matches)
                .map(match -> new AptSource(match.group(1), match.group(2), words(match.group(3))))
                .toList();
    }

    /** Reads a file of paragraphs ({@code *.sources}). */
    public static List<AptSource> parseParagraphs(String text) {
        List<AptSource> sources = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        String field = "";
        for (String line : (text + "\n\n").lines().toList()) {
            Matcher matcher = FIELD.matcher(line);
            if (line.isBlank()) {
                sources.addAll(sources(fields));
                fields.clear();
            } else if (matcher.matches()) {
                field = matcher.group(1).toLowerCase(Locale.ROOT);
                fields.put(field, matcher.group(2).strip());
            } else if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.merge(field, line.strip(), (one, other) -> one + " " + other);
            }
        }
        return List.copyOf(sources);
    }

    private static List<AptSource> sources(Map<String, String> fields) {
        boolean binary = words(fields.getOrDefault("types", "")).contains("deb");
        boolean enabled = !fields.getOrDefault("enabled", "yes").equals("no");
        if (!binary || !enabled) {
            return List.of();
        }
        List<AptSource> sources = new ArrayList<>();
        for (String uri : words(fields.getOrDefault("uris", ""))) {
            for (String suite : words(fields.getOrDefault("suites", ""))) {
                sources.add(new AptSource(uri, suite, words(fields.getOrDefault("components", ""))));
            }
        }
        return sources;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(SPACE.split(text.strip()));
    }
}
