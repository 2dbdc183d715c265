/** Small immutable values of a cluster: addresses, networks, quantities, secrets, and the words Kubernetes uses for choices. */
@NullMarked
package io.urania.cluster.value;

import org.jspecify.annotations.NullMarked;
