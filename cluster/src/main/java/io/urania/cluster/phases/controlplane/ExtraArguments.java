package io.urania.cluster.phases.controlplane;

import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Flags of a component, as kubeadm's configuration writes them: a map up to v1beta3, a list from v1beta4 (KEP-1739). */
final class ExtraArguments {

    private final SortedMap<String, String> values = new TreeMap<>();

    ExtraArguments with(String flag, String value) {
        values.put(flag, value);
        return this;
    }

    Object in(String kubeadmApi) {
        if (!kubeadmApi.endsWith("/v1beta4")) {
            return values;
        }
        return values.entrySet().stream()
                .<Map<String, String>>map(entry -> {
                    Map<String, String> argument = new TreeMap<>();
                    argument.put("name", entry.getKey());
                    argument.put("value", entry.getValue());
                    return argument;
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
