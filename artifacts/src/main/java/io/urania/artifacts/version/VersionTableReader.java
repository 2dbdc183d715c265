package io.urania.artifacts.version;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.component.Components;
import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.resource.YamlNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the version table's resource file. A mistake in it is a mistake of ours: tests read every row. */
final class VersionTableReader {
    private static final String RESOURCE = "versions.yaml";
    private static final String CONTAINERD = "containerd";

    private VersionTableReader() {}

    static VersionTable readStandard() {
        YamlNode root = Resources.yaml(RESOURCE);
        return new VersionTable(version(root.text("default")), root.texts("minors"), VersionTableReader::row);
    }

    private static VersionEntry row(String minor) {
        return entry(minor, Resources.yaml("versions/" + minor + ".yaml"));
    }

    private static VersionEntry entry(String minor, YamlNode row) {
        YamlNode etcd = row.node("etcd");
        YamlNode controlPlane = row.node("control-plane");
        return new VersionEntry(
                minor,
                row.text("kubeadm-api"),
                row.text("registry"),
                architectures(row.texts("architectures")),
                new EtcdVersions(etcd.text("kubeadm-default"), etcd.text("minimum")),
                row.node("coredns").text("kubeadm-default"),
                containerd(minor, row.node("containerd")),
                constant(PackageOrigin.class, row.text("runc")),
                modes(row.node("kube-proxy-modes")),
                constant(CgroupV1.class, row.text("cgroup-v1")),
                constant(ManifestApply.class, row.text("apply")),
                new ControlPlaneNames(controlPlane.texts("labels"), controlPlane.texts("taints")),
                row.texts("go-sources").stream()
                        .map(VersionTableReader::version)
                        .toList());
    }

    private static ContainerdRule containerd(String minor, YamlNode node) {
        PackageOrigin origin = constant(PackageOrigin.class, node.text("origin"));
        String version = switch (origin) {
            case BUNDLE ->
                Components.standard()
                        .component(CONTAINERD)
                        .project(CONTAINERD)
                        .version(version(minor + ".0"))
                        .orElseThrow(() -> new IllegalStateException("no containerd for " + minor));
            case DEBIAN -> node.text("version");
        };
        return new ContainerdRule(origin, version, node.text("minimum"));
    }

    private static Set<Architecture> architectures(List<String> names) {
        Set<Architecture> architectures = EnumSet.noneOf(Architecture.class);
        names.forEach(name -> architectures.add(constant(Architecture.class, name)));
        return architectures;
    }

    private static Map<KubeProxyMode, Standing> modes(YamlNode node) {
        Map<KubeProxyMode, Standing> modes = new EnumMap<>(KubeProxyMode.class);
        node.names()
                .forEach(name ->
                        modes.put(constant(KubeProxyMode.class, name), constant(Standing.class, node.text(name))));
        return modes;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(text + " is not a " + type.getSimpleName()));
    }

    private static KubernetesVersion version(String text) {
        try {
            return KubernetesVersion.parse(text);
        } catch (ArtifactException e) {
            throw new IllegalStateException(RESOURCE + ": " + e.getMessage(), e);
        }
    }
}
