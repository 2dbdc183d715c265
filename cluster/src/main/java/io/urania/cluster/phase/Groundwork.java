package io.urania.cluster.phase;

import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.spec.ClusterSpec;

/**
 * What is known of a deployment without its files, images and secrets.
 *
 * @param spec what is wanted
 * @param versions the row of the version table for the wanted Kubernetes
 * @param view what API servers tell of the cluster
 */
public record Groundwork(ClusterSpec spec, VersionEntry versions, ClusterView view) {}
