/**
 * What an Ansible inventory says: its hosts and groups, and each host's variables as Ansible would see them.
 *
 * <p>{@link io.urania.inventory.Inventory#load} is the way in. The values it gives are in {@code value}, what can be wrong with an
 * inventory is in {@code problem}; the other packages are how it is read.
 */
@NullMarked
package io.urania.inventory;

import org.jspecify.annotations.NullMarked;
