package io.urania.engine.storage;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/**
 * Whether files and directories may be written; of one that does not exist, whether its nearest parent may. Nothing is written: a file is
 * opened for reading and writing, which is refused for one that is immutable, may only be appended to, or is on a file system mounted
 * read-only (open(2), EPERM and EROFS), and leaves its contents and times alone. A directory cannot be opened so: access(2) is asked, as
 * the shell's {@code test -w} does, but for busybox's, which believes that root may do all.
 */
public final class WritabilityProbe implements Probe<Writability> {

    private static final WritabilityProbe INSTANCE = new WritabilityProbe();

    private WritabilityProbe() {}

    /** Asks for a file or directory by its absolute path; not for a program, which may be running. */
    public static Question<Writability> of(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "writability";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for subject in %s; do
                    path=$subject
                    while [ ! -e "$path" ]; do path=${path%%/*}; [ -n "$path" ] || path=/; done
                    said=
                    if [ -f "$path" ]; then
                        said=$({ : <>"$path"; } 2>&1) || said=${said:-refused}
                    elif [ -d "$path" ] && [ ! -w "$path" ]; then
                        said=refused
                    fi
                    case $said in
                    '') echo "WRITABLE $subject" ;;
                    *ead-only*) echo "READ_ONLY $subject" ;;
                    *'o space left'*) echo "FULL $subject" ;;
                    *) echo "REFUSED $subject" ;;
                    esac
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, Writability> parse(String output, SortedSet<String> subjects) {
        Map<String, Writability> facts = new HashMap<>();
        output.lines().forEach(line -> {
            int space = line.indexOf(' ');
            facts.put(line.substring(space + 1), Writability.valueOf(line.substring(0, space)));
        });
        return facts;
    }
}
