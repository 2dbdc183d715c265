/** Chapter 3: the load balancer before the API servers. */
@NullMarked
package io.urania.cluster.phases.balancer;

import org.jspecify.annotations.NullMarked;
