package io.urania.engine.resource.file;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;

/** When files were last changed, in milliseconds since 1970, without reading them; empty for one that does not exist. */
public final class ModificationProbe implements Probe<OptionalLong> {

    public static final ModificationProbe INSTANCE = new ModificationProbe();

    private ModificationProbe() {}

    /** Asks for the file at an absolute path. */
    public static Question<OptionalLong> at(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "times";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                set -- %s
                stat -c '%%.3Y %%n' -- "$@" || :
                for path in "$@"; do
                    [ -e "$path" ] || printf 'none %%s\\n' "$path"
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, OptionalLong> parse(String output, SortedSet<String> subjects) {
        Map<String, OptionalLong> times = new HashMap<>();
        output.lines().forEach(line -> {
            int space = line.indexOf(' ');
            String time = line.substring(0, space);
            times.put(
                    line.substring(space + 1),
                    time.equals("none") ? OptionalLong.empty() : OptionalLong.of(milliseconds(time)));
        });
        return times;
    }

    /** The milliseconds of a number of seconds with a fraction or without. */
    static long milliseconds(String seconds) {
        // Of 1e999999999 the decimal number would fill the memory.
        if (!seconds.matches("-?[0-9]{1,12}([.][0-9]{1,9})?")) {
            throw new IllegalArgumentException(seconds + " is not a time");
        }
        return new BigDecimal(seconds).movePointRight(3).longValue();
    }
}
