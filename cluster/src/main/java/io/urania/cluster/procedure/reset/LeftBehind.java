package io.urania.cluster.procedure.reset;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.stream.Stream;

/** What all phases of a cluster leave on its hosts: the last one's first, for it rests on those before. */
record LeftBehind(ClusterSpec spec) {

    /** On the hosts of a place; what two phases leave is named once. */
    List<Leftover> on(Place place) {
        return phases().flatMap(phase -> phase.leftovers(spec).getOrDefault(place, List.of()).stream())
                .distinct()
                .toList();
    }

    /** On any host that may have had any role once. */
    List<Leftover> everywhere() {
        return Stream.of(Place.values())
                .flatMap(place -> on(place).stream())
                .distinct()
                .toList();
    }

    private static Stream<Phase> phases() {
        return Phases.ALL.reversed().stream();
    }
}
