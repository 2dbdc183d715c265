package io.urania.engine.storage;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** The file systems that paths are on; of a path that does not exist, the one of its nearest parent that does. */
public final class FileSystemProbe implements Probe<FileSystemFact> {

    private static final FileSystemProbe INSTANCE = new FileSystemProbe();

    private FileSystemProbe() {}

    /** Asks for the file system of an absolute path. */
    public static Question<FileSystemFact> of(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "file systems";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // Of several mounts at one place the last one counts. stat's %d are free inodes, %c all of them.
        return """
                newline='
                '
                mounts=$(cat /proc/self/mounts)
                set -f
                IFS=$newline
                file_system() {
                    path=$1
                    while [ ! -e "$path" ]; do path=${path%%/*}; [ -n "$path" ] || path=/; done
                    found= length=0
                    for line in $mounts; do
                        point=${line#* } point=${point%%%% *}
                        case ${path%%/}/ in
                        "${point%%/}"/*) [ ${#point} -lt $length ] || { length=${#point} found=$line; } ;;
                        esac
                    done
                    found=${found#* }
                    printf '%%s|%%s|%%s\\n' "$1" "$(stat -f -c '%%S %%b %%a %%c %%d' -- "$path")" "$found"
                }
                for subject in %s; do file_system "$subject"; done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, FileSystemFact> parse(String output, SortedSet<String> subjects) {
        Map<String, FileSystemFact> facts = new HashMap<>();
        output.lines().forEach(line -> {
            String[] parts = line.split("\\|", 3);
            String[] numbers = parts.length == 3 ? parts[1].split(" ", -1) : new String[0];
            String[] mount = parts.length == 3 ? parts[2].split(" ", -1) : new String[0];
            if (numbers.length == 5 && mount.length > 2) {
                long block = Long.parseLong(numbers[0]);
                facts.put(
                        parts[0],
                        new FileSystemFact(
                                mount[0],
                                mount[1],
                                // An option may be there twice.
                                Set.copyOf(List.of(mount[2].split(",", -1))),
                                Math.multiplyExact(block, Long.parseLong(numbers[1])),
                                Math.multiplyExact(block, Long.parseLong(numbers[2])),
                                Long.parseLong(numbers[3]),
                                Long.parseLong(numbers[4])));
            }
        });
        return facts;
    }
}
