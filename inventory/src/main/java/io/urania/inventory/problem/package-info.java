/** Where something is wrong in an inventory, why, and what to do about it. */
@NullMarked
package io.urania.inventory.problem;

import org.jspecify.annotations.NullMarked;
