package io.urania.cluster.value;

/** A program of the control plane that has flags. */
public enum KubernetesProgram {
    API_SERVER("kube-apiserver"),
    CONTROLLER_MANAGER("kube-controller-manager"),
    SCHEDULER("kube-scheduler");

    private final String word;

    KubernetesProgram(String word) {
        this.word = word;
    }

    /** Its name, as its reference and its pod have it. */
    public String word() {
        return word;
    }
}
