/** The INI form of Ansible's inventories: lines, shell words, and Python literals as values. */
@NullMarked
package io.urania.inventory.ini;

import org.jspecify.annotations.NullMarked;
