package io.urania.lab.card;

import io.urania.lab.system.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a host is set up as far as a Kubernetes node minds, as {@code card/settings.sh} prints it there.
 *
 * @param values by key: {@code sysctl.net.ipv4.ip_forward}, {@code package.sudo}
 */
public record HostSettings(SortedMap<String, String> values) {
    /** Prints a host's settings. */
    public static final Script SCRIPT = new Script("card/settings");

    /** A setting of which one host says another thing than the other, or nothing. */
    public record Difference(String key, String one, String other) {
        @Override
        public String toString() {
            return key + ": " + one + " / " + other;
        }
    }

    private static final String NOTHING = "(none)";

    public HostSettings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Reads what the script printed. */
    public static HostSettings parse(String output) {
        var values = new TreeMap<String, String>();
        output.lines().forEach(line -> {
            int sign = line.indexOf('=');
            if (sign > 0) {
                values.put(line.substring(0, sign), line.substring(sign + 1));
            }
        });
        return new HostSettings(values);
    }

    /** Every setting in which the two differ, in the order of their keys. */
    public List<Difference> differences(HostSettings other) {
        var keys = new TreeSet<>(values.keySet());
        keys.addAll(other.values.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            var difference =
                    new Difference(key, values.getOrDefault(key, NOTHING), other.values.getOrDefault(key, NOTHING));
            if (!difference.one().equals(difference.other())) {
                differences.add(difference);
            }
        }
        return List.copyOf(differences);
    }
}
