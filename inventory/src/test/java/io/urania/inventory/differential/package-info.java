/** Whole inventories, made at random, read by Urania and by Ansible. */
@NullMarked
package io.urania.inventory.differential;

import org.jspecify.annotations.NullMarked;
