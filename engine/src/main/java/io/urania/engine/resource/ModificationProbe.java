package io.urania.engine.resource;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** When files were last changed, in milliseconds since 1970, without reading them; no answer for one that does not exist. */
public final class ModificationProbe implements Probe<Long> {

    static final ModificationProbe INSTANCE = new ModificationProbe();

    private ModificationProbe() {}

    /** Asks for the file at an absolute path. */
    public static Question<Long> at(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "times";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return "stat -c '%.3Y %n' -- " + Shell.words(subjects) + " || :";
    }

    @Override
    public Map<String, Long> parse(String output, SortedSet<String> subjects) {
        Map<String, Long> times = new HashMap<>();
        output.lines().forEach(line -> {
            int space = line.indexOf(' ');
            times.put(line.substring(space + 1), milliseconds(line.substring(0, space)));
        });
        return times;
    }

    /** The milliseconds of a number of seconds with a fraction or without. */
    static long milliseconds(String seconds) {
        return new BigDecimal(seconds).movePointRight(3).longValue();
    }
}
