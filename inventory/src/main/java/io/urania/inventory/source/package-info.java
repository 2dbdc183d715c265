/** Inventory sources: which files count, who is in which group, and which variables come from where. */
@NullMarked
package io.urania.inventory.source;

import org.jspecify.annotations.NullMarked;
