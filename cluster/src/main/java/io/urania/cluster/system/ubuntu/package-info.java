/** Ubuntu. */
@NullMarked
package io.urania.cluster.system.ubuntu;

import org.jspecify.annotations.NullMarked;
