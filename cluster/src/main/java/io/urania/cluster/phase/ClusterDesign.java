package io.urania.cluster.phase;

import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.value.Download;
import java.util.Map;

/**
 * What a cluster is to be, and what it is made from: whatever is asked of it here is known before any host is.
 *
 * @param spec what is wanted
 * @param versions the row of the version table for the wanted Kubernetes
 * @param artifacts files and images
 * @param texts what was fetched for components
 */
public record ClusterDesign(
        ClusterSpec spec, VersionEntry versions, HostArtifacts artifacts, Map<Download, String> texts) {

    public ClusterDesign {
        texts = Map.copyOf(texts);
    }

    /** What a component asked this machine to fetch. */
    public String text(Download download) {
        String text = texts.get(download);
        if (text == null) {
            throw new IllegalArgumentException("nobody has fetched " + download.address());
        }
        return text;
    }
}
