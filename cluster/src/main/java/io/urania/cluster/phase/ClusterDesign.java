package io.urania.cluster.phase;

import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.spec.ClusterSpec;

/**
 * What a cluster is to be, and what it is made from: whatever is asked of it here is known before any host is.
 *
 * @param spec what is wanted
 * @param versions the row of the version table for the wanted Kubernetes
 * @param artifacts files and images
 */
public record ClusterDesign(ClusterSpec spec, VersionEntry versions, HostArtifacts artifacts) {}
