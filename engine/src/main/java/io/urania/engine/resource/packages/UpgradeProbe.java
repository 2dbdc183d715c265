package io.urania.engine.resource.packages;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.system.PackageManager;
import io.urania.engine.text.ControlSequences;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a host could upgrade; it takes a Raspberry Pi some seconds to tell, so it is asked only where somebody wants to know. */
public final class UpgradeProbe implements Probe<UpgradeFact> {

    /** The one question of this probe. */
    public static final Question<UpgradeFact> QUESTION = Question.about(new UpgradeProbe());

    private static final int DAY = 24 * 60 * 60;

    private UpgradeProbe() {}

    @Override
    public String name() {
        return "upgrades";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return PackageManagers.asking(PackageManager::waiting) + """
                fetched=$(stat -c %%Y %1$s 2>/dev/null) || fetched=0
                [ $(($(date +%%s) - fetched)) -lt %2$d ] || echo old
                echo all
                """.formatted(PackageManager.LISTS_FETCHED, DAY);
    }

    @Override
    public Map<String, UpgradeFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = ControlSequences.removed(output).lines().toList();
        if (!lines.contains("all")) {
            return Map.of();
        }
        return PackageManagers.answering(lines)
                .map(manager -> Map.of(
                        "",
                        new UpgradeFact(
                                manager, lines.contains("old"), named("security ", lines), named("other ", lines))))
                .orElse(Map.of());
    }

    private static SortedSet<String> named(String kind, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
