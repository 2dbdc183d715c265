package io.urania.cluster.reader;

import io.urania.cluster.spec.KubeletSpec;
import io.urania.cluster.spec.KubeletSpec.Reservation;
import io.urania.cluster.value.Quantity;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.rows.KubeletVariables;
import java.util.Optional;

/** Reads the kubelet's settings of one node. */
final class KubeletReader {
    private final VariableReader variables;

    KubeletReader(VariableReader variables) {
        this.variables = variables;
    }

    KubeletSpec read(String host, boolean controlPlane) {
        return new KubeletSpec(
                variables.find(KubeletVariables.CGROUP_DRIVER, host),
                variables.get(KubeletVariables.FAIL_SWAP_ON, host),
                systemReserved(host, controlPlane),
                kubeReserved(host, controlPlane),
                variables.get(KubeletVariables.MAX_PODS, host),
                variables.get(KubeletVariables.LOG_FILES, host),
                variables.get(KubeletVariables.LOG_FILE_SIZE, host),
                variables.find(KubeletVariables.RESOLV_CONF, host));
    }

    private Optional<Reservation> systemReserved(String host, boolean controlPlane) {
        return reservation(
                host,
                KubeletVariables.SYSTEM_RESERVED,
                amount(
                        host,
                        controlPlane,
                        KubeletVariables.SYSTEM_CONTROL_PLANE_MEMORY,
                        KubeletVariables.SYSTEM_MEMORY),
                amount(host, controlPlane, KubeletVariables.SYSTEM_CONTROL_PLANE_CPU, KubeletVariables.SYSTEM_CPU));
    }

    private Optional<Reservation> kubeReserved(String host, boolean controlPlane) {
        return reservation(
                host,
                KubeletVariables.KUBE_RESERVED,
                amount(host, controlPlane, KubeletVariables.KUBE_CONTROL_PLANE_MEMORY, KubeletVariables.KUBE_MEMORY),
                amount(host, controlPlane, KubeletVariables.KUBE_CONTROL_PLANE_CPU, KubeletVariables.KUBE_CPU));
    }

    /** Kubespray had names of its own for the control plane's amounts until 2.26; since then a group's variables set the usual ones. */
    private Quantity amount(
            String host, boolean controlPlane, Variable<Quantity> ofControlPlane, Variable<Quantity> ofOthers) {
        if (!controlPlane) {
            return variables.get(ofOthers, host);
        }
        return variables
                .find(ofControlPlane, host)
                .or(() -> variables.find(ofOthers, host))
                .orElseGet(() -> variables.get(ofControlPlane, host));
    }

    private Optional<Reservation> reservation(String host, Variable<Boolean> wanted, Quantity memory, Quantity cpu) {
        Reservation reservation = new Reservation(memory, cpu);
        return variables.get(wanted, host) ? Optional.of(reservation) : Optional.empty();
    }
}
