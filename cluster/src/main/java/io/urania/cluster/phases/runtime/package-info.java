/** Chapter 2: the container runtime, and the images each host needs. */
@NullMarked
package io.urania.cluster.phases.runtime;

import org.jspecify.annotations.NullMarked;
