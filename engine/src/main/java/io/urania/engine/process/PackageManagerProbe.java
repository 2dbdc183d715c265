package io.urania.engine.process;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.text.ControlSequences;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What dpkg and apt-get are at. dpkg has begun and not ended where its journal has a file with a number for a name (apt, "debsystem.cc"). */
public final class PackageManagerProbe implements Probe<PackageManagerFact> {

    /** The one question of this probe. */
    public static final Question<PackageManagerFact> QUESTION = Question.about(new PackageManagerProbe());

    private PackageManagerProbe() {}

    @Override
    public String name() {
        return "package manager";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return ResourceText.beside(PackageManagerProbe.class, "unit-of.sh")
                + Holders.functions()
                + """
                for entry in /var/lib/dpkg/updates/[0-9]*; do
                    [ ! -e "$entry" ] || echo interrupted
                done
                lock_holders %s | while read -r _ number name; do
                    case $number in
                    -) ;;
                    *) echo "holder $number $(unit_of "$number") $name" ;;
                    esac
                done
                echo all
                """.formatted(Holders.DPKG_LOCKS);
    }

    @Override
    public Map<String, PackageManagerFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = ControlSequences.removed(output).lines().toList();
        if (!lines.contains("all")) {
            return Map.of();
        }
        List<RunningProcess> holders = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 4);
            if (words.length == 4 && words[0].equals("holder")) {
                RunningProcess holder =
                        new RunningProcess(Long.parseLong(words[1]), words[3], words[2].equals("-") ? "" : words[2]);
                if (!holders.contains(holder)) {
                    holders.add(holder);
                }
            }
        }
        return Map.of("", new PackageManagerFact(holders, lines.contains("interrupted")));
    }
}
