/** Filters on addresses and networks, as those of ansible.utils and ansible.netcommon. */
@NullMarked
package io.urania.inventory.library.address;

import org.jspecify.annotations.NullMarked;
