/** The values of inventory variables; each knows its place in a file. */
@NullMarked
package io.urania.inventory.value;

import org.jspecify.annotations.NullMarked;
