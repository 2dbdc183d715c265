package io.urania.engine.resource;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** Values of kernel parameters, with single spaces between several numbers; no answer for one that the kernel does not have. */
public final class SysctlProbe implements Probe<String> {

    static final SysctlProbe INSTANCE = new SysctlProbe();

    private SysctlProbe() {}

    /** Asks for a parameter by its dotted name. */
    public static Question<String> of(String key) {
        return new Question<>(INSTANCE, key);
    }

    @Override
    public String name() {
        return "sysctls";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        StringBuilder script = new StringBuilder();
        for (String key : subjects) {
            script.append("value= && [ -r %2$s ] && read -r value <%2$s && printf '%%s %%s\\n' %1$s \"$value\" || :\n"
                    .formatted(Shell.quote(key), Shell.quote(file(key))));
        }
        return script.toString();
    }

    @Override
    public Map<String, String> parse(String output, SortedSet<String> subjects) {
        Map<String, String> values = new HashMap<>();
        output.lines().filter(line -> line.contains(" ")).forEach(line -> {
            int space = line.indexOf(' ');
            values.put(line.substring(0, space), normal(line.substring(space + 1)));
        });
        return values;
    }

    /** The kernel puts tabs between several numbers, people put spaces. */
    static String normal(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    static String file(String key) {
        return "/proc/sys/" + key.replace('.', '/');
    }
}
