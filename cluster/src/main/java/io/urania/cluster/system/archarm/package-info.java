/** Arch Linux ARM. */
@NullMarked
package io.urania.cluster.system.archarm;

import org.jspecify.annotations.NullMarked;
