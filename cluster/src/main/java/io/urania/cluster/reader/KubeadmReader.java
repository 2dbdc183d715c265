package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.KubeadmSpec;
import io.urania.cluster.value.HostVolume;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.value.ManifestPatch;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.KubeadmVariables;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the settings of kubeadm itself. */
final class KubeadmReader {
    /** By the names of their fields (Kubernetes reference, "kubeadm Configuration (v1beta4)"). */
    private static final Map<String, Variable<?>> CERTIFICATES = Map.of(
            "certificateValidityPeriod", ApiServerVariables.CERTIFICATE_VALIDITY,
            "caCertificateValidityPeriod", ApiServerVariables.AUTHORITY_VALIDITY,
            "encryptionAlgorithm", ApiServerVariables.KEY_ALGORITHM);

    private final Source source;

    KubeadmReader(Source source) {
        this.source = source;
    }

    KubeadmSpec read(KubernetesVersion kubernetes) {
        SortedMap<String, String> certificates = new TreeMap<>();
        CERTIFICATES.forEach((field, variable) -> source.find(variable)
                .filter(_ -> variable.lifetime().contains(kubernetes))
                .ifPresent(value -> certificates.put(field, value.toString())));
        return new KubeadmSpec(
                source.get(ApiServerVariables.KUBEADM_INIT_TIMEOUT),
                source.get(ApiServerVariables.KUBEADM_JOIN_TIMEOUT),
                new TreeMap<>(FlagVariables.switches(source.get(KubeadmVariables.FEATURE_GATES))),
                volumes(),
                patches(kubernetes),
                certificates,
                renewal());
    }

    private Optional<String> renewal() {
        String calendar = source.get(ApiServerVariables.RENEWAL_CALENDAR);
        return source.get(ApiServerVariables.RENEWAL) ? Optional.of(calendar) : Optional.empty();
    }

    private List<ManifestPatch> patches(KubernetesVersion kubernetes) {
        List<ManifestPatch> patches = source.get(KubeadmVariables.PATCHES);
        return KubeadmVariables.PATCHES.lifetime().contains(kubernetes) ? patches : List.of();
    }

    private Map<KubernetesProgram, List<HostVolume>> volumes() {
        Map<KubernetesProgram, List<HostVolume>> volumes = new EnumMap<>(KubernetesProgram.class);
        KubeadmVariables.volumes().forEach((program, variable) -> volumes.put(program, source.get(variable)));
        return volumes;
    }
}
