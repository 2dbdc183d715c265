package io.urania.cluster.preflight.access;

import io.urania.cluster.preflight.Rule;
import java.util.List;

/** The rules about the ways in to hosts. */
public final class AccessRules {

    private AccessRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(new OwnWayIn(), new UnkeptAddress());
    }
}
