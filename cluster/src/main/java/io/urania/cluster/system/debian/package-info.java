/** Debian, and what systems made from it have in common. */
@NullMarked
package io.urania.cluster.system.debian;

import org.jspecify.annotations.NullMarked;
