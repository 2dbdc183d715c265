package io.urania.engine.note;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The files below absolute directories that are there, and that Urania has written by its notes. A host without notes has none. */
public final class NotedFilesProbe implements Probe<Set<String>> {

    private static final NotedFilesProbe INSTANCE = new NotedFilesProbe();
    private static final String END = "end";

    private NotedFilesProbe() {}

    /** Asks about a directory. */
    public static Question<Set<String>> below(String directory) {
        return new Question<>(INSTANCE, directory);
    }

    @Override
    public String name() {
        return "noted files";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for directory in %s; do
                    for note in %s/files/*; do
                        [ -f "$note" ] || continue
                        path=
                        read -r _ _ _ path <"$note" || :
                        case $path in
                        "$directory"/*) [ ! -f "$path" ] || printf '%%s\\n' "$path" ;;
                        esac
                    done
                done
                echo %s
                """.formatted(Shell.words(subjects), Notes.DIRECTORY, END);
    }

    @Override
    public Map<String, Set<String>> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (!lines.contains(END)) {
            return Map.of();
        }
        Map<String, Set<String>> facts = new HashMap<>();
        for (String directory : subjects) {
            facts.put(
                    directory,
                    lines.stream()
                            .filter(line -> line.startsWith(directory + "/"))
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return facts;
    }
}
