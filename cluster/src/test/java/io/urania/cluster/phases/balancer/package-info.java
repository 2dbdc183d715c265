@NullMarked
package io.urania.cluster.phases.balancer;

import org.jspecify.annotations.NullMarked;
