/** Ansible Vault: texts and files encrypted with a password, formats 1.1 and 1.2. They are read here, never written. */
@NullMarked
package io.urania.inventory.vault;

import org.jspecify.annotations.NullMarked;
