package io.urania.engine.storage;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it takes until a small write is on the disk of a directory: 2.3 kB, as much as etcd writes at once, many times over space that
 * is there already, as etcd's log has it (etcd documentation, "Hardware"; the same with fio: IBM, "Using Fio to Tell Whether Your Storage is
 * Fast Enough for Etcd"). Other than probes do, it writes: a file of its own, which it takes away. It is asked on request only. Without a dd that says how
 * long it took, there is no answer.
 */
public final class WriteLatencyProbe implements Probe<WriteLatencyFact> {

    /** How many writes are measured. */
    public static final int WRITES = 400;

    private static final WriteLatencyProbe PROBE = new WriteLatencyProbe();
    private static final int BYTES = 2300;
    private static final Pattern WHERE = Pattern.compile("in (/.*)");
    /** coreutils says "0.0012 s" and "9.5e-05 s", busybox "0.001200 seconds". */
    private static final Pattern TIME = Pattern.compile(".* copied, ([0-9.]+(?:e-?[0-9]+)?) s(?:econds)?\\b.*");

    private WriteLatencyProbe() {}

    /** The question about a directory, which need not exist yet. */
    public static Question<WriteLatencyFact> in(String directory) {
        return new Question<>(PROBE, directory);
    }

    @Override
    public String name() {
        return "latency of writes";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        StringBuilder script = new StringBuilder("""
                measure() { # DIRECTORY
                    echo "of $1"
                    directory=$1
                    until [ -d "$directory" ]; do
                        if [ -e "$directory" ] || [ -L "$directory" ]; then
                            echo "failed $directory is not a directory"
                            return 0
                        fi
                        directory=${directory%%/*}
                        directory=${directory:-/}
                    done
                    file=${directory%%/}/.urania-writes.$$
                    trap 'rm -f "$file"' EXIT
                    if ! said=$(dd if=/dev/zero of="$file" bs=%1$d count=%2$d conv=fsync 2>&1); then
                        echo "failed $(printf '%%s\n' "$said" | grep -v ' records ' | head -n 1)"
                        rm -f "$file"
                        return 0
                    fi
                    echo "in $directory"
                    # Without the times of the file, as etcd does it; busybox cannot leave them out.
                    how=fdatasync
                    dd if=/dev/zero of="$file" bs=%1$d count=1 conv=notrunc,fdatasync 2>/dev/null || how=fsync
                    write=0
                    while [ "$write" -lt %2$d ]; do
                        dd if=/dev/zero of="$file" bs=%1$d count=1 seek="$write" conv=notrunc,"$how" 2>&1
                        write=$((write + 1))
                    done
                    rm -f "$file"
                }
                export LC_ALL=C
                """.formatted(BYTES, WRITES));
        subjects.forEach(directory ->
                script.append("measure ").append(Shell.quote(directory)).append('\n'));
        return script.toString();
    }

    @Override
    public Map<String, WriteLatencyFact> parse(String output, SortedSet<String> subjects) {
        Map<String, WriteLatencyFact> latencies = new HashMap<>();
        for (String subject : subjects) {
            String directory = subject;
            List<Duration> writes = new ArrayList<>();
            boolean isOfThis = false;
            for (String line : output.lines().toList()) {
                Matcher where = WHERE.matcher(line);
                Matcher time = TIME.matcher(line);
                if (line.startsWith("of ")) {
                    isOfThis = line.equals("of " + subject);
                } else if (isOfThis && line.startsWith("failed ")) {
                    latencies.put(subject, new WriteLatencyFact.Impossible(line.substring("failed ".length())));
                } else if (isOfThis && where.matches()) {
                    directory = where.group(1);
                } else if (isOfThis && time.matches()) {
                    writes.add(Duration.ofNanos(Math.round(Double.parseDouble(time.group(1)) * 1e9)));
                }
            }
            if (writes.size() == WRITES) {
                latencies.put(subject, new WriteLatencyFact.Measured(new WriteLatency(directory, writes)));
            }
        }
        return latencies;
    }
}
