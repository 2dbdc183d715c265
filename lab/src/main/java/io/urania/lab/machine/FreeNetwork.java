package io.urania.lab.machine;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.machine.Machine.UsedNetwork;
import java.util.List;

/** Finds a network that a new rack can have. */
public final class FreeNetwork {

    private FreeNetwork() {}

    /** The first that nothing on the machine uses; the article's if there is none, for {@link Preflight} to say what uses it. */
    public static RackNetwork first(List<UsedNetwork> used) {
        return RackNetwork.candidates()
                .filter(network -> used.stream()
                        .noneMatch(other -> other.device().equals(network.bridge())
                                || other.subnet().overlaps(network.subnet())))
                .findFirst()
                .orElse(RackNetwork.ARTICLE);
    }
}
