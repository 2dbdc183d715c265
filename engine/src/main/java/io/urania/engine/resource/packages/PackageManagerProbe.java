package io.urania.engine.resource.packages;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.process.Holders;
import io.urania.engine.process.RunningProcess;
import io.urania.engine.system.PackageManager;
import io.urania.engine.text.ControlSequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Which package manager a host has, and what it is at; unknown on a host that has none of {@link PackageManagers}. */
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
        return Holders.functionsWithUnits() + PackageManagers.asking(PackageManagerProbe::state) + "echo all\n";
    }

    private static String state(PackageManager manager) {
        return manager.interruption() + """
                %s | while read -r _ number name; do
                    case $number in
                    -) ;;
                    *) echo "holder $number $(unit_of "$number") $name" ;;
                    esac
                done
                """.formatted(manager.holders());
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
        return PackageManagers.answering(lines)
                .map(manager -> Map.of("", new PackageManagerFact(manager, holders, lines.contains("interrupted"))))
                .orElse(Map.of());
    }
}
