/** Arch Linux, and what systems made from it have in common. */
@NullMarked
package io.urania.cluster.system.arch;

import org.jspecify.annotations.NullMarked;
