package io.urania.engine.resource.file;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/**
 * SHA-256 of programs at given absolute paths; empty where there is no file, and {@code mode-644} or the like for one
 * whose permission bits are not 755.
 *
 * <p>A sum is worked out again only if size, times or inode differ from those noted when it was known last, as git's
 * index does: reading two hundred megabytes on every host would be most of the time of an apply that changes nothing.
 */
public final class ProgramProbe implements Probe<String> {

    static final ProgramProbe INSTANCE = new ProgramProbe();
    static final String NOTES = "/var/lib/urania/sums";

    private ProgramProbe() {}

    /** Asks for the sum of the file at an absolute path. */
    public static Question<String> at(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "programs";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        StringBuilder script = new StringBuilder("""
                newline='
                '
                files=$newline$(stat -L -c '%%n|%%F|%%s %%y %%z %%i %%a' -- %s 2>/dev/null || :)
                sum_of() {
                    case $files in
                        *"$newline$1|regular"*) ;;
                        *) echo "none $1"; return 0 ;;
                    esac
                    now=${files#*"$newline$1|"}
                    now=${now%%%%"$newline"*}
                    now=${now#*|}
                    if [ "${now##* }" != 755 ]; then
                        echo "mode-${now##* } $1"
                        return 0
                    fi
                    known= seen=
                    # A note may be cut short: power can go at any time.
                    [ ! -r "$2" ] || read -r known seen <"$2" || :
                    if [ "$seen" != "$now" ]; then
                        known=$(sha256sum <"$1")
                        known=${known%%%% *}
                    fi
                    echo "$known $1"
                }
                """.formatted(Shell.words(subjects)));
        for (String path : subjects) {
            script.append("sum_of ")
                    .append(Shell.quote(path))
                    .append(' ')
                    .append(Shell.quote(note(path)))
                    .append('\n');
        }
        return script.toString();
    }

    @Override
    public Map<String, String> parse(String output, SortedSet<String> subjects) {
        Map<String, String> sums = new HashMap<>();
        output.lines().forEach(line -> {
            int space = line.indexOf(' ');
            String sum = line.substring(0, space);
            sums.put(line.substring(space + 1), sum.equals("none") ? "" : sum);
        });
        return sums;
    }

    static boolean isSum(String fact) {
        return fact.length() == 64;
    }

    static String note(String path) {
        return NOTES + "/" + path.substring(1).replace('/', '+');
    }
}
