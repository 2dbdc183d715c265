/** Inventories with small damages, as typing errors, bad merges and bad disks make them. */
@NullMarked
package io.urania.inventory.mutation;

import org.jspecify.annotations.NullMarked;
