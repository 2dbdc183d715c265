/** What Python's operators make of values: truth, equality, order, arithmetic, text. Templates inherit them. */
@NullMarked
package io.urania.inventory.python;

import org.jspecify.annotations.NullMarked;
