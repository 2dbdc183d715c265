/** Objects of the Kubernetes API: templates, and their state in the cluster. */
@NullMarked
package io.urania.cluster.manifest;

import org.jspecify.annotations.NullMarked;
