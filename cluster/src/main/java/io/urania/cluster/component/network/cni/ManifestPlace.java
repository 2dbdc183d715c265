package io.urania.cluster.component.network.cni;

import io.urania.cluster.value.Download;

/** Where a manifest is, as an inventory names it. */
sealed interface ManifestPlace {

    /** A file on this machine; a relative path begins in the inventory's folder. */
    record File(String path) implements ManifestPlace {
        @Override
        public String toString() {
            return path;
        }
    }

    /** An address, and the sum of what is there. */
    record Address(Download download) implements ManifestPlace {
        @Override
        public String toString() {
            return download.address().toString();
        }
    }
}
