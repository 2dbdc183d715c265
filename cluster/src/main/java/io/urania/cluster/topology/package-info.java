/** Which hosts an inventory has, what they are for and where they stand: what can be drawn even if no cluster can be made of them. */
@NullMarked
package io.urania.cluster.topology;

import org.jspecify.annotations.NullMarked;
