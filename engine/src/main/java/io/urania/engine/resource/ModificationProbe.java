package io.urania.engine.resource;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** When files were last changed, in seconds since 1970, without reading them; no answer for one that does not exist. */
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
        return "stat -c '%Y %n' -- " + Shell.words(subjects) + " || :";
    }

    @Override
    public Map<String, Long> parse(String output, SortedSet<String> subjects) {
        Map<String, Long> times = new HashMap<>();
        output.lines().forEach(line -> {
            int space = line.indexOf(' ');
            times.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
        });
        return times;
    }
}
