/** Lookups: what an inventory may read from outside itself, within bounds. */
@NullMarked
package io.urania.inventory.library.lookup;

import org.jspecify.annotations.NullMarked;
