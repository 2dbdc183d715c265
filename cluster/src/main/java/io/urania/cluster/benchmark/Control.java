package io.urania.cluster.benchmark;

import io.urania.cluster.phase.Place;
import io.urania.cluster.spec.ClusterSpec;
import java.util.function.BiFunction;

/**
 * Something that the benchmark asks for.
 *
 * @param id its number there
 * @param title what is asked for, in our words
 * @param place the hosts that are judged
 * @param judge what is so on a host of a cluster
 */
public record Control(String id, String title, Place place, BiFunction<HostSecurity, ClusterSpec, Verdict> judge) {

    static Control of(String id, String title, Place place, BiFunction<HostSecurity, ClusterSpec, Verdict> judge) {
        return new Control(id, title, place, judge);
    }

    /** One that is not for a program to judge, or asks for what there is not. */
    static Control notApplicable(String id, String title, Place place, String reason) {
        return new Control(id, title, place, (_, _) -> new Verdict.NotApplicable(reason));
    }
}
