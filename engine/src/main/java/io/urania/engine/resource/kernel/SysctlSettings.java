package io.urania.engine.resource.kernel;

import io.urania.engine.resource.kernel.SysctlFact.Setting;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;

/**
 * Which file has the last word about a kernel parameter at boot: sysctl.d(5). Of files of one name the one of the first directory counts;
 * files are read in the order of their names, wherever they are; a line that names a parameter outright outweighs all patterns, and one that
 * excludes it ({@code -key} without a value) does so too.
 */
public final class SysctlSettings {
    /** An absolute path and its lines, by the file's name. */
    private final SortedMap<String, Map.Entry<String, List<String>>> files = new TreeMap<>();

    /** Adds a file; those of directories that are read first have to come first. */
    public void add(String path, List<String> lines) {
        files.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), Map.entry(path, List.copyOf(lines)));
    }

    /** The setting that counts, if there is one. */
    public Optional<Setting> of(String key) {
        List<Setting> outright = new ArrayList<>();
        List<Setting> byPattern = new ArrayList<>();
        boolean excluded = false;
        for (Map.Entry<String, List<String>> file : files.values()) {
            for (String line : file.getValue()) {
                Optional<Line> read = Line.parse(line);
                if (read.isEmpty() || !read.get().matches(key)) {
                    continue;
                }
                if (read.get().value().isEmpty()) {
                    excluded = true;
                } else {
                    Setting setting =
                            new Setting(file.getKey(), read.get().value().get());
                    (read.get().isPattern() ? byPattern : outright).add(setting);
                }
            }
        }
        if (!outright.isEmpty()) {
            return Optional.of(outright.getLast());
        }
        return excluded || byPattern.isEmpty() ? Optional.empty() : Optional.of(byPattern.getLast());
    }

    /**
     * A line that sets something, or excludes it from patterns.
     *
     * @param key with slashes between its parts
     * @param value empty for an exclusion
     */
    private record Line(String key, Optional<String> value) {

        static Optional<Line> parse(String text) {
            String line = text.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                return Optional.empty();
            }
            boolean dashed = line.startsWith("-");
            String setting = dashed ? line.substring(1) : line;
            int equals = setting.indexOf('=');
            if (equals < 0) {
                return dashed ? Optional.of(new Line(slashed(setting.strip()), Optional.empty())) : Optional.empty();
            }
            return Optional.of(new Line(
                    slashed(setting.substring(0, equals).strip()),
                    Optional.of(SysctlProbe.normal(setting.substring(equals + 1)))));
        }

        boolean isPattern() {
            return key.matches(".*[*?\\[].*");
        }

        boolean matches(String dotted) {
            String wanted = slashed(dotted);
            return isPattern() ? matchesPattern(wanted) : key.equals(wanted);
        }

        private boolean matchesPattern(String wanted) {
            try {
                return FileSystems.getDefault().getPathMatcher("glob:" + key).matches(Path.of(wanted));
            } catch (PatternSyntaxException e) {
                // Nothing is called like that, for systemd-sysctl neither.
                return false;
            }
        }

        /** If the first separator is a dot, dots and slashes stand for each other. */
        private static String slashed(String key) {
            int slash = key.indexOf('/');
            int dot = key.indexOf('.');
            if (dot < 0 || (slash >= 0 && slash < dot)) {
                return key;
            }
            return key.replace('.', '\0').replace('/', '.').replace('\0', '/');
        }
    }
}
