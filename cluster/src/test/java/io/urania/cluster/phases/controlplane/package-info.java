@NullMarked
package io.urania.cluster.phases.controlplane;

import org.jspecify.annotations.NullMarked;
