/** From an inventory to a {@link io.urania.cluster.spec.ClusterSpec}: the one place where the two meet, and all rules that the inventory alone can break. */
@NullMarked
package io.urania.cluster.reader;

import org.jspecify.annotations.NullMarked;
