package io.urania.cluster.procedure.reset;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.spec.ClusterSpec;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** What all phases of a cluster leave on its hosts: the last one's first, for it rests on those before. */
final class LeftBehind {

    private final Map<Place, SequencedSet<Leftover>> places = new EnumMap<>(Place.class);

    LeftBehind(ClusterSpec spec) {
        for (Phase phase : Phases.ALL.reversed()) {
            phase.leftovers(spec)
                    .forEach((place, leftovers) -> places.computeIfAbsent(place, _ -> new LinkedHashSet<>())
                            .addAll(leftovers));
        }
    }

    /** On the hosts of a place; what two phases leave is named once. */
    List<Leftover> on(Place place) {
        return List.copyOf(places.getOrDefault(place, new LinkedHashSet<>()));
    }

    /** On any host that may have had any role once. */
    List<Leftover> everywhere() {
        return places.values().stream().flatMap(SequencedSet::stream).distinct().toList();
    }
}
