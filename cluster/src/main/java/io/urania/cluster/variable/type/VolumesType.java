package io.urania.cluster.variable.type;

import io.urania.cluster.value.HostVolume;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Volumes of a host for a pod of the control plane: a list of name, hostPath, mountPath, and readOnly or writable. */
public record VolumesType() implements VariableType<List<HostVolume>> {

    private static final String NAME = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String PATH = "(?!.*/\\.\\.?(?:/|$))(?:/[A-Za-z0-9._@+:-]+)+";
    private static final Set<String> PATH_TYPES =
            Set.of("", "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice");

    @Override
    public String description() {
        return "a list of volumes, each with name, hostPath and mountPath";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public List<HostVolume> read(Value value) throws UnfitValue {
        // Kubespray's default is an empty mapping.
        if (value instanceof MapValue map && map.entries().isEmpty()) {
            return List.of();
        }
        List<HostVolume> volumes = new ArrayList<>();
        for (Object element : new TreesType().read(value)) {
            volumes.add(volume((Map<?, ?>) element));
        }
        return List.copyOf(volumes);
    }

    private HostVolume volume(Map<?, ?> element) throws UnfitValue {
        String name = text(element, "name");
        String hostPath = text(element, "hostPath");
        String mountPath = text(element, "mountPath");
        String pathType = text(element, "pathType");
        if (!name.matches(NAME)) {
            throw unfit("has a volume with the name '" + name + "'", "names are lower case letters, digits and -");
        }
        if (!hostPath.matches(PATH) || !mountPath.matches(PATH)) {
            throw unfit("has " + name + " without hostPath or mountPath", "both are absolute paths");
        }
        if (!PATH_TYPES.contains(pathType)) {
            throw unfit("has " + name + " with pathType " + pathType, "Kubernetes has no such type");
        }
        boolean writable = isTrue(element.get("writable"), false);
        return new HostVolume(
                name,
                hostPath,
                mountPath,
                isTrue(element.get("readOnly"), !writable),
                Optional.of(pathType).filter(type -> !type.isEmpty()));
    }

    private static String text(Map<?, ?> element, String key) {
        Object value = element.get(key);
        return value == null ? "" : value.toString();
    }

    private static boolean isTrue(@Nullable Object value, boolean usual) {
        return value == null ? usual : Boolean.parseBoolean(value.toString());
    }

    private static UnfitValue unfit(String what, String why) {
        return new UnfitValue(
                what,
                why,
                "write '- {name: certificates, hostPath: /etc/ssl/own, mountPath: /etc/ssl/own, readOnly: true}'");
    }
}
