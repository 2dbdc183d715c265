package io.urania.engine.resource.kernel;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Kernel parameters: what they are now, and which file sets them at the next boot. */
public final class SysctlProbe implements Probe<SysctlFact> {
    static final SysctlProbe INSTANCE = new SysctlProbe();

    private SysctlProbe() {}

    /** Asks for a parameter by its dotted name. */
    public static Question<SysctlFact> of(String key) {
        return new Question<>(INSTANCE, key);
    }

    @Override
    public String name() {
        return "kernel parameters";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        StringBuilder script = new StringBuilder();
        for (String key : subjects) {
            // Not with "read": it reads byte by byte, and the kernel ends such a file after the first read.
            script.append("""
                    if [ ! -e %2$s ]; then
                        printf 'absent %%s\\n' %1$s
                    elif value=$(cat %2$s); then
                        printf 'live %%s %%s\\n' %1$s "$value"
                    fi
                    """.formatted(Shell.quote(key), Shell.quote(file(key))));
        }
        // In the order of precedence of directories. A file without lines, as a link to /dev/null, hides others of its
        // name; with /dev/null there are always two files, so that each gets its header.
        return script + """
                set --
                for file in /etc/sysctl.d/*.conf /run/sysctl.d/*.conf /usr/local/lib/sysctl.d/*.conf /usr/lib/sysctl.d/*.conf \\
                    /lib/sysctl.d/*.conf; do
                    # What is no file, as a pipe that nobody writes to, has no lines for systemd-sysctl either.
                    { [ ! -f "$file" ] && [ ! "$file" -ef /dev/null ]; } || set -- "$@" "$file"
                done
                tail -n +1 /dev/null "$@"
                """;
    }

    @Override
    public Map<String, SysctlFact> parse(String output, SortedSet<String> subjects) {
        Map<String, Optional<String>> live = new HashMap<>();
        SysctlSettings settings = new SysctlSettings();
        List<String> file = new ArrayList<>();
        String path = "";
        for (String line : output.lines().toList()) {
            if (line.startsWith("==> ") && line.endsWith(" <==")) {
                settings.add(path, file);
                path = line.substring(4, line.length() - 4);
                file.clear();
            } else if (!path.isEmpty()) {
                file.add(line);
            } else {
                String[] words = line.split(" ", 3);
                live.put(words[1], words[0].equals("absent") ? Optional.empty() : Optional.of(normal(words[2])));
            }
        }
        settings.add(path, file);
        Map<String, SysctlFact> facts = new HashMap<>();
        live.forEach((key, value) -> facts.put(key, new SysctlFact(value, settings.of(key))));
        return facts;
    }

    /** The kernel puts tabs between several numbers, people put spaces. */
    static String normal(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    static String file(String key) {
        return "/proc/sys/" + key.replace('.', '/');
    }
}
