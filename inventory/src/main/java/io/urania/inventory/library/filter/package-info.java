/** Filters, a file for each family; {@code Filters} has them all. */
@NullMarked
package io.urania.inventory.library.filter;

import org.jspecify.annotations.NullMarked;
