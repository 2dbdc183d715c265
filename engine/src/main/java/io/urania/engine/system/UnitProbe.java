package io.urania.engine.system;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.UnitFact.DropIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** What systemd makes of units, from all the places where it finds something about them (systemd.unit(5)). */
public final class UnitProbe implements Probe<UnitFact> {

    private static final UnitProbe INSTANCE = new UnitProbe();

    private UnitProbe() {}

    /** Asks for a unit by its full name, such as {@code kubelet.service}. */
    public static Question<UnitFact> of(String unit) {
        return new Question<>(INSTANCE, unit);
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // A drop-in of all services or of a prefix is the system's: only a directory with the unit's whole name is
        // looked at.
        return """
                set -- %s
                for unit in "$@"; do
                    for file in /etc/systemd/system/"$unit".d/*.conf /run/systemd/system/"$unit".d/*.conf \\
                        /usr/local/lib/systemd/system/"$unit".d/*.conf /usr/lib/systemd/system/"$unit".d/*.conf \\
                        /lib/systemd/system/"$unit".d/*.conf; do
                        # A link to /dev/null switches files of its name off in the places behind it.
                        [ -f "$file" ] || [ "$file" -ef /dev/null ] || continue
                        kind=off
                        [ ! -f "$file" ] || kind=changes
                        while read -r line || [ -n "$line" ]; do
                            case $line in ExecStart=?* | ExecStart[[:space:]]*=*) kind=replaces ;; esac
                        done <"$file"
                        echo "drop-in $unit $kind $file"
                    done
                done
                echo
                systemctl show --property=Id,Names,LoadState,ActiveState -- "$@"
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, UnitFact> parse(String output, SortedSet<String> subjects) {
        Map<String, List<DropIn>> dropIns = dropIns(output);
        Map<String, UnitFact> facts = new HashMap<>();
        for (String block : output.split("\n\n", -1)) {
            Map<String, String> values = new HashMap<>();
            block.lines().filter(line -> line.contains("=")).forEach(line -> {
                int equals = line.indexOf('=');
                values.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
            });
            String load = values.get("LoadState");
            String active = values.get("ActiveState");
            if (load == null || active == null) {
                continue;
            }
            // A unit may be asked for by an alias.
            for (String name :
                    (values.getOrDefault("Id", "") + " " + values.getOrDefault("Names", "")).split(" ", -1)) {
                if (subjects.contains(name)) {
                    facts.put(name, new UnitFact(load, active, dropIns.getOrDefault(name, List.of())));
                }
            }
        }
        return facts;
    }

    private static Map<String, List<DropIn>> dropIns(String output) {
        Map<String, List<DropIn>> dropIns = new HashMap<>();
        Set<String> names = new HashSet<>();
        output.lines().filter(line -> line.startsWith("drop-in ")).forEach(line -> {
            String[] words = line.split(" ", 4);
            String file = words[3].substring(words[3].lastIndexOf('/') + 1);
            // Of one name the first place counts, and /lib may be /usr/lib.
            if (names.add(words[1] + "/" + file) && !words[2].equals("off")) {
                dropIns.computeIfAbsent(words[1], _ -> new ArrayList<>())
                        .add(new DropIn(words[3], words[2].equals("replaces")));
            }
        });
        return dropIns;
    }
}
