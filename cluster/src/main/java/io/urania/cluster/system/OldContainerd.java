package io.urania.cluster.system;

import io.urania.artifacts.version.PackageOrigin;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;

/** containerd 1 on systems that have another one: more and more of them have containerd 2 in its place. */
public final class OldContainerd {

    private OldContainerd() {}

    /** What a system says that has only containerd 2. */
    public static Provision replaced() {
        return missing("its package is containerd 2, and this kube_version needs containerd 1");
    }

    /** What a system says that does not have it. */
    public static Provision missing(String why) {
        String minor = VersionTable.standard().entries().stream()
                .filter(entry -> entry.containerd().origin() == PackageOrigin.BUNDLE)
                .map(VersionEntry::minor)
                .findFirst()
                .orElseThrow();
        return new Provision.Unavailable(
                why,
                "set kube_version to " + minor
                        + " or newer, whose bundle has containerd (for 64 bits only), or use Debian 12 or 13, or Raspberry Pi OS 12 or 13, on this host");
    }
}
