package io.urania.engine.resource.file;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/**
 * What stands at given absolute paths: two commands for all of them together. There is no answer for a path that cannot be looked at, as on
 * a disk that fails: only what the kernel says is not there is absent.
 */
public final class FileProbe implements Probe<FileFact> {

    public static final FileProbe INSTANCE = new FileProbe();

    private FileProbe() {}

    /** Asks what stands at an absolute path. */
    public static Question<FileFact> at(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // Sums only of regular files: reading a pipe or a device might never end.
        return """
                set -- %s
                stat -c 'stat %%a %%U %%.3Y %%F|%%n' -- "$@" 2>&1 || :
                for path in "$@"; do
                    shift
                    [ ! -f "$path" ] || set -- "$@" "$path"
                done
                [ $# -eq 0 ] || sha256sum -- "$@" || :
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, FileFact> parse(String output, SortedSet<String> subjects) {
        Map<String, String> sums = new HashMap<>();
        output.lines().map(FileProbe::unescaped).forEach(line -> {
            if (line.indexOf("  ") == 64 && line.substring(0, 64).matches("[0-9a-f]+")) {
                sums.put(line.substring(66), line.substring(0, 64));
            }
        });
        Map<String, FileFact> facts = new HashMap<>();
        AbsentPaths absent = AbsentPaths.in(output);
        subjects.stream().filter(absent::contains).forEach(path -> facts.put(path, new FileFact.Absent()));
        output.lines().filter(line -> line.startsWith("stat ")).forEach(line -> {
            int bar = line.indexOf('|');
            String path = line.substring(bar + 1);
            String[] words = line.substring(0, bar).split(" ", 5);
            facts.put(
                    path,
                    switch (words[4]) {
                        case "directory" -> new FileFact.Folder(words[1], words[2]);
                        case "regular file", "regular empty file" ->
                            new FileFact.Regular(
                                    words[1],
                                    words[2],
                                    sums.getOrDefault(path, ""),
                                    ModificationProbe.milliseconds(words[3]));
                        default -> new FileFact.Other(words[4]);
                    });
        });
        return facts;
    }

    /** sha256sum doubles the backslashes of a file's name, as systemd's unit names have, and puts one before the line. */
    private static String unescaped(String line) {
        return line.startsWith("\\") ? line.substring(1).replace("\\\\", "\\") : line;
    }
}
