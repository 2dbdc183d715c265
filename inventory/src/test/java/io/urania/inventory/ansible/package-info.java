/** Ansible itself, for tests that compare with it: an environment of its own and scripts that run in it. */
@NullMarked
package io.urania.inventory.ansible;

import org.jspecify.annotations.NullMarked;
