/** Input that would take all memory or all time, or is no inventory at all. */
@NullMarked
package io.urania.inventory.hostile;

import org.jspecify.annotations.NullMarked;
