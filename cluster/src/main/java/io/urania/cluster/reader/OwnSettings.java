package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.inventory.problem.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a program without which a cluster of Urania's would not work or would be open: an inventory cannot set them by the side.
 *
 * @param kind what such a setting is called, with the program: {@code field of the kubelet's configuration}
 * @param instead what to set instead, by names; empty where there is nothing
 */
record OwnSettings(String kind, Map<String, String> instead) {

    /** Whether a name is one of these, which is then an error. */
    boolean refuses(String name, String variable, @Nullable Position position, Source source) {
        if (!instead.containsKey(name)) {
            return false;
        }
        String other = instead.getOrDefault(name, "");
        source.error(
                position,
                variable + " sets " + name,
                "Urania sets this " + kind + " itself",
                other.isEmpty() ? "remove the line" : other + " instead");
        return true;
    }
}
