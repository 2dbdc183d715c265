package io.urania.engine.resource.kernel;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The lines of modprobe.d(5), and the kernel's command line, that keep modules from being loaded: {@code blacklist}, which systemd obeys at
 * boot, and {@code install} with a program that fails, which modprobe obeys always.
 */
public final class ModuleBarProbe implements Probe<List<ModuleBar>> {
    private static final ModuleBarProbe INSTANCE = new ModuleBarProbe();
    private static final String COMMAND_LINE = "/proc/cmdline";
    private static final String PARAMETER = "modprobe.blacklist=";

    private ModuleBarProbe() {}

    /** Asks for a module by its name, with underscores. */
    public static Question<List<ModuleBar>> of(String module) {
        return new Question<>(INSTANCE, module);
    }

    @Override
    public String name() {
        return "bars of kernel modules";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                set --
                for file in /etc/modprobe.d/*.conf /run/modprobe.d/*.conf /usr/local/lib/modprobe.d/*.conf /usr/lib/modprobe.d/*.conf \\
                    /lib/modprobe.d/*.conf; do
                    # A link to /dev/null is a file without lines, and switches those of its name off in the places behind it.
                    { [ ! -f "$file" ] && [ ! "$file" -ef /dev/null ]; } || set -- "$@" "$file"
                done
                tail -n +1 /proc/cmdline /dev/null "$@"
                """;
    }

    @Override
    public Map<String, List<ModuleBar>> parse(String output, SortedSet<String> subjects) {
        Map<String, List<ModuleBar>> bars = new HashMap<>();
        subjects.forEach(module -> bars.put(module, new ArrayList<>()));
        String file = "";
        Set<String> names = new HashSet<>();
        boolean counts = true;
        for (String line : output.lines().map(String::strip).toList()) {
            if (line.startsWith("==> ") && line.endsWith(" <==")) {
                file = line.substring(4, line.length() - 4);
                // Of one name the first place counts (modprobe.d(5)), and /lib may be /usr/lib.
                counts = names.add(file.substring(file.lastIndexOf('/') + 1));
                continue;
            }
            if (!counts) {
                continue;
            }
            for (String module : barred(file, line)) {
                List<ModuleBar> known = bars.get(module.replace('-', '_'));
                if (known != null) {
                    known.add(new ModuleBar(file, line));
                }
            }
        }
        return bars;
    }

    private static List<String> barred(String file, String line) {
        String[] words = line.split("\\s+", -1);
        if (file.equals(COMMAND_LINE)) {
            for (String word : words) {
                if (word.startsWith(PARAMETER)) {
                    return List.of(word.substring(PARAMETER.length()).split(",", -1));
                }
            }
            return List.of();
        }
        boolean blacklisted = words.length == 2 && words[0].equals("blacklist");
        boolean failing =
                words.length > 2 && words[0].equals("install") && words[2].matches("(/usr)?/bin/(false|true)");
        return blacklisted || failing ? List.of(words[1]) : List.of();
    }
}
