package io.urania.cluster.component.addon.podsecurity;

import io.urania.cluster.component.AddOn;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ApiServerVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two policies: everything for kube-system and the nodes, little for everybody else. */
public final class PodSecurityPolicies implements AddOn {

    @Override
    public String name() {
        return "pod-security-policies";
    }

    @Override
    public List<Variable<?>> reads() {
        return switches();
    }

    @Override
    public List<Variable<?>> switches() {
        return List.of(ApiServerVariables.POD_SECURITY_POLICY);
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return spec.apiServer().podSecurityPolicy();
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        return Optional.of(
                ManifestTemplate.beside(PodSecurityPolicies.class, name()).fill(Map.of()));
    }
}
