package io.urania.cluster.component.network.cni;

import io.urania.cluster.spec.NetworkPluginSpec;
import io.urania.cluster.value.Download;
import java.util.List;

/**
 * The manifests that an inventory brings, in their order.
 *
 * @param parts each a text that has been read, or a download that is still to be made
 */
public record CniSpec(List<Part> parts) implements NetworkPluginSpec {

    /** A manifest, or some. */
    sealed interface Part {}

    /** The text of a file on this machine. */
    record Text(String yaml) implements Part {}

    /** What is at an address. */
    record Remote(Download download) implements Part {}

    public CniSpec {
        parts = List.copyOf(parts);
    }

    /** Only the person knows. */
    @Override
    public boolean isOfNodeNetworks() {
        return false;
    }

    @Override
    public String word() {
        return Cni.WORD;
    }
}
