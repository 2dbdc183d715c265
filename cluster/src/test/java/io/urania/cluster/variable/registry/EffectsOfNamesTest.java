package io.urania.cluster.variable.registry;

import io.urania.cluster.Golden;
import io.urania.cluster.kubespray.KubesprayNames;
import io.urania.cluster.kubespray.Span;
import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.family.Families;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What becomes of the names that the newest Kubespray has: how many have an effect, and each that waits for a later version of Urania. */
class EffectsOfNamesTest {
    private static final String EFFECT = "with an effect";

    @Test
    void whatWaitsForALaterVersionIsKnownByName() {
        Map<String, TreeSet<String>> names = KubesprayNames.all().stream()
                .filter(name ->
                        KubesprayNames.span(name).filter(Span::isCurrent).isPresent())
                .collect(Collectors.groupingBy(
                        EffectsOfNamesTest::fate, TreeMap::new, Collectors.toCollection(TreeSet::new)));
        StringBuilder text = new StringBuilder();
        names.forEach(
                (fate, all) -> text.append(all.size()).append(' ').append(fate).append('\n'));
        text.append('\n');
        names.getOrDefault(Reason.LATER.words(), new TreeSet<>())
                .forEach(name -> text.append(name).append('\n'));

        Golden.verify(getClass(), "names.txt", text.toString());
    }

    private static String fate(String name) {
        Optional<Effect> effect = Variables.named(name)
                .<Effect>map(Variable::effect)
                .or(() -> Families.row(name).map(Variable::effect));
        return effect.map(found -> switch (found) {
                    case Effect.Applied _ -> EFFECT;
                    case Effect.Ignored ignored -> ignored.reason().words();
                })
                .orElse("unknown");
    }
}
