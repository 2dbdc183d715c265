/** Chapter 6: the workers, and what every node is called. */
@NullMarked
package io.urania.cluster.phases.workers;

import org.jspecify.annotations.NullMarked;
