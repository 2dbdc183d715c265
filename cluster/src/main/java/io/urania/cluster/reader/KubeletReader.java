package io.urania.cluster.reader;

import io.urania.cluster.spec.KubeletSpec;
import io.urania.cluster.spec.KubeletSpec.Reservation;
import io.urania.cluster.value.Quantity;
import io.urania.cluster.variable.KubeletVariables;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader;
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
                variables.get(KubeletVariables.RESOLV_CONF, host));
    }

    private Optional<Reservation> systemReserved(String host, boolean controlPlane) {
        return reservation(
                host,
                KubeletVariables.SYSTEM_RESERVED,
                controlPlane ? KubeletVariables.SYSTEM_CONTROL_PLANE_MEMORY : KubeletVariables.SYSTEM_MEMORY,
                controlPlane ? KubeletVariables.SYSTEM_CONTROL_PLANE_CPU : KubeletVariables.SYSTEM_CPU);
    }

    private Optional<Reservation> kubeReserved(String host, boolean controlPlane) {
        return reservation(
                host,
                KubeletVariables.KUBE_RESERVED,
                controlPlane ? KubeletVariables.KUBE_CONTROL_PLANE_MEMORY : KubeletVariables.KUBE_MEMORY,
                controlPlane ? KubeletVariables.KUBE_CONTROL_PLANE_CPU : KubeletVariables.KUBE_CPU);
    }

    private Optional<Reservation> reservation(
            String host, Variable<Boolean> wanted, Variable<Quantity> memory, Variable<Quantity> cpu) {
        Reservation reservation = new Reservation(variables.get(memory, host), variables.get(cpu, host));
        return variables.get(wanted, host) ? Optional.of(reservation) : Optional.empty();
    }
}
