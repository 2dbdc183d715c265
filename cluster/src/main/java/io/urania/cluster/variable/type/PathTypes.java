package io.urania.cluster.variable.type;

import io.urania.cluster.value.SystemDirectories;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Types of paths. Root writes there, gives what is there another owner, and takes it away with a reset: none of them may be, have in it,
 * or lead to a directory of the system.
 */
public final class PathTypes {
    /** Without what means something to a shell, to systemd or to a list of paths. */
    private static final String SPELLING = "/[^\\s" + ScalarTypes.CONTROLS + "\"'\\\\$`%;&<>|(){}*?!#:\\[\\]]*";

    /** Unlike a path of a host it is never in a shell's command or a unit. */
    private static final String LOCAL_SPELLING = "/[^" + ScalarTypes.CONTROLS + "]*";

    private static final Pattern STEPS = Pattern.compile("(?:^|/)\\.\\.?(?:/|$)");
    private static final Pattern PROGRAMS = Pattern.compile("(?:/usr(?:/local)?)?/s?bin|/usr/local/.+");
    private static final Pattern PLUGINS = Pattern.compile("/opt/.+|/usr/(?:local/)?lib(?:exec)?/cni(?:/.+)?");
    private static final Pattern CONFIGURATION = Pattern.compile("/etc/kubernetes/(?!manifests(?:/|$)).+");
    private static final Pattern STATE = Pattern.compile("/(?:var/)?run/containerd(?:/.+|-.+)?");
    private static final Pattern FILE = Pattern.compile("/(?:etc|run|var/run|usr/lib|usr/local)/.+");

    private PathTypes() {}

    /** A directory of hosts that holds data of one program and nothing else. */
    public static VariableType<String> ownDirectory(String example) {
        return directory(example, path -> !SystemDirectories.surround(path));
    }

    /** The directory of a container runtime's sockets. */
    public static VariableType<String> stateDirectory(String example) {
        return directory(example, path -> isOther(path, STATE));
    }

    /** A directory of hosts for programs, which others may be in. */
    public static VariableType<String> programDirectory(String example) {
        return directory(example, path -> isOther(path, PROGRAMS));
    }

    /** A directory of hosts for programs that other programs find there. */
    public static VariableType<String> pluginDirectory(String example) {
        return directory(example, path -> isOther(path, PLUGINS));
    }

    /** A directory of hosts for Kubernetes' configuration. */
    public static VariableType<String> configurationDirectory(String example) {
        return directory(example, path -> isOther(path, CONFIGURATION));
    }

    /** A file of hosts that is read and never written. */
    public static VariableType<String> file(String example) {
        return path(SPELLING, "file", example, path -> isOther(path, FILE));
    }

    /** A path that is compared with the only one taken. */
    public static VariableType<String> path(String example) {
        return path(SPELLING, "directory", example, _ -> true);
    }

    /** A directory of this machine. */
    public static VariableType<String> localDirectory(String name) {
        return path(
                LOCAL_SPELLING,
                "directory",
                "{{ inventory_dir }}/" + name,
                path -> !SystemDirectories.holdFilesOfPrograms(path));
    }

    /** A file of this machine that ssh reads: relative to where Urania is started, or to {@code ~}, as with Ansible. */
    public static VariableType<String> localFile() {
        return new SimpleType<>("the path of a file", Shape.Text.ANY, value -> {
            String text = ScalarTypes.textOf(value, "the path of a file").strip();
            if (text.chars().anyMatch(PathTypes::isUnseen)) {
                throw unspeakable();
            }
            return text;
        });
    }

    private static boolean isOther(String path, Pattern allowed) {
        return !SystemDirectories.surround(path) || allowed.matcher(path).matches();
    }

    private static VariableType<String> directory(String example, Predicate<String> harmless) {
        return path(SPELLING, "directory", example, harmless);
    }

    private static VariableType<String> path(String spelling, String kind, String example, Predicate<String> harmless) {
        String description = "an absolute path";
        List<String> examples = example.startsWith("/") ? List.of(example) : List.of();
        return new SimpleType<>(description, new Shape.Text(spelling, examples), value -> {
            String path = spelled(value, spelling, description);
            if (!harmless.test(path)) {
                throw new UnfitValue(
                        "is '" + path + "'",
                        "it is a system directory or contains one, and Urania changes owners and modes of its own directories"
                                + " and removes them on reset",
                        "use a separate " + kind + ", such as " + example);
            }
            return path;
        });
    }

    private static String spelled(Value value, String spelling, String description) throws UnfitValue {
        String text = ScalarTypes.textOf(value, description).strip();
        if (text.chars().anyMatch(PathTypes::isUnseen)) {
            throw unspeakable();
        }
        if (!text.matches(spelling)) {
            throw new UnfitValue("is '" + text + "'", "it accepts " + description, "correct the value");
        }
        if (STEPS.matcher(text).find()) {
            throw new UnfitValue(
                    "is '" + text + "'",
                    "with . or .. a path points elsewhere than it seems to",
                    "write the resulting path instead");
        }
        String path = text.replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Control characters, and those that change how the rest of a line is shown. */
    private static boolean isUnseen(int character) {
        int kind = Character.getType(character);
        return kind == Character.CONTROL
                || kind == Character.FORMAT
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR;
    }

    private static UnfitValue unspeakable() {
        return new UnfitValue(
                "has invisible characters",
                "paths do not need control characters, which make them look like other paths",
                "type the path again, with letters, digits and slashes");
    }
}
