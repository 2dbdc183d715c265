/** Facts about the cluster that its hosts can tell: nodes, initialisation. */
@NullMarked
package io.urania.cluster.observation;

import org.jspecify.annotations.NullMarked;
