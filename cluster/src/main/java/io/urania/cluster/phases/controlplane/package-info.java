/** Chapter 5: the control plane. */
@NullMarked
package io.urania.cluster.phases.controlplane;

import org.jspecify.annotations.NullMarked;
