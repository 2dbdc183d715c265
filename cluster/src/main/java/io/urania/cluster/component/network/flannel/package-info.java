/** flannel. */
@NullMarked
package io.urania.cluster.component.network.flannel;

import org.jspecify.annotations.NullMarked;
