package io.urania.cluster.component.runtime.containerd;

import io.urania.artifacts.version.ContainerdRule;
import io.urania.engine.resource.image.ImageStore;

/** What differs between containerd 1 and containerd 2, but for where they come from. */
enum Generation {
    ONE(2, ""),
    /** The transfer service, with which containerd 2 imports unless told otherwise, takes twice the processor time. */
    TWO(3, " --local");

    private final int configurationFormat;
    private final String importFlags;

    Generation(int configurationFormat, String importFlags) {
        this.configurationFormat = configurationFormat;
        this.importFlags = importFlags;
    }

    static Generation of(ContainerdRule rule) {
        return rule.version().startsWith("v1.") || rule.version().startsWith("1.") ? ONE : TWO;
    }

    /** The version of config.toml (containerd docs/cri/config.md). */
    int configurationFormat() {
        return configurationFormat;
    }

    /** The images that pods are made from: those in the namespace of Kubernetes (containerd docs/cri/crictl.md). */
    ImageStore images(String socket, String ctr) {
        String images = ctr + " --namespace k8s.io images ";
        return new ImageStore(socket, images + "list --quiet", images + "import" + importFlags);
    }
}
