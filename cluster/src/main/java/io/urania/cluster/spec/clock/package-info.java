/** What an inventory asks of the clocks of hosts. */
@NullMarked
package io.urania.cluster.spec.clock;

import org.jspecify.annotations.NullMarked;
