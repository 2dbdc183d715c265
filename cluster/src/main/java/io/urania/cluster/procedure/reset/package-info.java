/** Taking a cluster from its hosts. */
@NullMarked
package io.urania.cluster.procedure.reset;

import org.jspecify.annotations.NullMarked;
