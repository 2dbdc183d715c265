package io.urania.engine.resource.packages;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether packages are installed, by Debian's package database. */
public final class PackageProbe implements Probe<Boolean> {

    public static final PackageProbe INSTANCE = new PackageProbe();

    private PackageProbe() {}

    /** Asks for a package by Debian's name. */
    public static Question<Boolean> of(String name) {
        return new Question<>(INSTANCE, name);
    }

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return "dpkg-query --show --showformat='${Package} ${db:Status-Status}\\n' -- " + Shell.words(subjects)
                + " || :";
    }

    @Override
    public Map<String, Boolean> parse(String output, SortedSet<String> subjects) {
        var installed = output.lines()
                .filter(line -> line.endsWith(" installed"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
        return subjects.stream().collect(Collectors.toMap(Function.identity(), installed::contains));
    }
}
