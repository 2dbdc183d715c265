/** What an inventory asks of names inside the cluster. */
@NullMarked
package io.urania.cluster.spec.dns;

import org.jspecify.annotations.NullMarked;
