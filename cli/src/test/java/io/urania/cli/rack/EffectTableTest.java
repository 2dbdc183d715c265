package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.EffectTable.Effect;
import io.urania.cluster.report.VariableReport;
import io.urania.cluster.report.VariableReport.Standing;
import io.urania.cluster.report.VariableReporter;
import io.urania.inventory.Inventory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Needs no rack: a variable that gets an effect, or loses it, is noticed by everyone who runs the tests. */
final class EffectTableTest {

    @Test
    void everyVariableOfTheArticleWithAnEffectIsLookedAtAndNoOther() throws Exception {
        Inventory article = Inventory.load(
                List.of(Path.of("../examples/article").toAbsolutePath().normalize()));
        Set<String> withAnEffect = new VariableReporter(article, Optional.empty())
                .report().rows(Standing.EFFECT).stream()
                        .map(VariableReport.Row::name)
                        .collect(Collectors.toCollection(TreeSet::new));

        Set<String> lookedAt =
                EffectTable.effects().stream().map(Effect::variable).collect(Collectors.toCollection(TreeSet::new));
        lookedAt.addAll(EffectTable.SEEN_ELSEWHERE.keySet());

        assertThat(lookedAt).isEqualTo(withAnEffect);
    }

    /** But for those that only switch others on, which are looked at. */
    @Test
    void everyOtherSettingIsLookedAtAndNoOther() {
        Map<String, Object> settings =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(EffectTable.text("settings.yaml"));
        Set<String> lookedAt = EffectTable.effects("effects-of-settings.txt").stream()
                .map(Effect::variable)
                .collect(Collectors.toCollection(TreeSet::new));
        lookedAt.addAll(Set.of("kube_reserved", "system_reserved"));

        assertThat(lookedAt).isEqualTo(new TreeSet<>(settings.keySet()));
    }

    @Test
    void noEffectIsSeenElsewhereAndOnAHostToo() {
        assertThat(EffectTable.effects())
                .extracting(Effect::variable)
                .doesNotContainAnyElementsOf(EffectTable.SEEN_ELSEWHERE.keySet());
    }
}
