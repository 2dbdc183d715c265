package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.component.OpenDoor;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.value.Registry;
import io.urania.cluster.variable.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The doors that containerd's settings can open. */
final class ContainerdDoors {

    static final List<Variable<?>> VARIABLES = List.of(
            ContainerdVariables.METRICS_ADDRESS,
            ContainerdVariables.INSECURE_REGISTRIES,
            ContainerdVariables.REGISTRIES);

    private static final String EVERY_ADDRESS = "(?:0\\.0\\.0\\.0|\\[::]|\\*)?:\\d+";

    private ContainerdDoors() {}

    static List<OpenDoor> open(Source source) {
        List<OpenDoor> doors = new ArrayList<>();
        if (source.get(ContainerdVariables.METRICS_ADDRESS).matches(EVERY_ADDRESS)) {
            doors.add(new OpenDoor(
                    ContainerdVariables.METRICS_ADDRESS,
                    "containerd serves its metrics to everyone",
                    "anyone who can reach a node can read them without authentication",
                    "set an address, such as 127.0.0.1:1338, or remove the line"));
        }
        boolean unverified = source.get(ContainerdVariables.REGISTRIES).values().stream()
                .map(Registry::mirrors)
                .flatMap(List::stream)
                .anyMatch(mirror -> !mirror.verified());
        Map<String, Registry> insecure = source.get(ContainerdVariables.INSECURE_REGISTRIES);
        if (unverified || !insecure.isEmpty()) {
            doors.add(new OpenDoor(
                    insecure.isEmpty() ? ContainerdVariables.REGISTRIES : ContainerdVariables.INSECURE_REGISTRIES,
                    "images come from registries whose certificates are not verified",
                    "anyone between a node and such a registry can replace the images that its pods run",
                    "give the registry a certificate that nodes trust, and remove this setting"));
        }
        return doors;
    }
}
