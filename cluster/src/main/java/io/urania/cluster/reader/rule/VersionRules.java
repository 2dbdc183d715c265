package io.urania.cluster.reader.rule;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.version.KubeProxyMode;
import io.urania.artifacts.version.Standing;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.inventory.problem.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the chosen Kubernetes version allows. */
public final class VersionRules {
    private final Source source;
    private final VersionTable versions;

    public VersionRules(Source source, VersionTable versions) {
        this.source = source;
        this.versions = versions;
    }

    public void check(KubernetesVersion version, Optional<KubeProxyMode> mode) {
        try {
            VersionEntry entry = versions.entry(version);
            mode.ifPresent(chosen -> checkMode(entry, version, chosen));
        } catch (ArtifactException unknown) {
            source.error(
                    source.position(DeploymentVariables.KUBERNETES_VERSION),
                    "kube_version is " + version,
                    unknown.why(),
                    Suggestion.misspelt(version.toString(), known())
                            .map(meant -> "did you mean " + meant + "? Otherwise " + unknown.remedy())
                            .orElse(unknown.remedy()));
        }
    }

    private List<String> known() {
        return versions.versionsWithGoSources().stream()
                .map(KubernetesVersion::toString)
                .toList();
    }

    private void checkMode(VersionEntry entry, KubernetesVersion version, KubeProxyMode mode) {
        Standing standing = entry.kubeProxyModes().get(mode);
        if (standing == null) {
            source.error(
                    source.position(NetworkVariables.PROXY_MODE),
                    "kube_proxy_mode is " + mode.configurationName(),
                    "kube-proxy of Kubernetes " + version + " does not have this mode",
                    "choose one of "
                            + entry.kubeProxyModes().keySet().stream()
                                    .sorted()
                                    .map(KubeProxyMode::configurationName)
                                    .collect(Collectors.joining(", ")));
        } else if (standing == Standing.DEPRECATED
                && source.find(NetworkVariables.PROXY_MODE).isPresent()) {
            source.warning(
                    source.position(NetworkVariables.PROXY_MODE),
                    "kube_proxy_mode " + mode.configurationName() + " is deprecated in Kubernetes " + version,
                    "a later version will remove it",
                    "choose iptables or nftables when you can");
        }
    }
}
