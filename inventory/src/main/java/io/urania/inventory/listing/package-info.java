/** An inventory as {@code ansible-inventory} prints it: JSON, YAML and tree, values unrendered. */
@NullMarked
package io.urania.inventory.listing;

import org.jspecify.annotations.NullMarked;
