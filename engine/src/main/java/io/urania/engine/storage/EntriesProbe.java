package io.urania.engine.storage;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The names in directories, in the order of their bytes, without those that begin with a dot; none of a directory that does not exist. */
public final class EntriesProbe implements Probe<List<String>> {

    private static final EntriesProbe INSTANCE = new EntriesProbe();

    private EntriesProbe() {}

    /** Asks for the names in a directory by its absolute path. */
    public static Question<List<String>> of(String directory) {
        return new Question<>(INSTANCE, directory);
    }

    @Override
    public String name() {
        return "directories";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for directory in %s; do
                    printf 'directory %%s\\n' "$directory"
                    for entry in "$directory"/*; do
                        { [ ! -e "$entry" ] && [ ! -L "$entry" ]; } || printf 'entry %%s\\n' "${entry##*/}"
                    done
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, List<String>> parse(String output, SortedSet<String> subjects) {
        Map<String, List<String>> facts = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (line.startsWith("directory ")) {
                current = new ArrayList<>();
                facts.put(line.substring("directory ".length()), current);
            } else if (line.startsWith("entry ")) {
                current.add(line.substring("entry ".length()));
            }
        }
        facts.replaceAll((_, names) -> List.copyOf(names));
        return facts;
    }
}
