/** Keys by which a person logs in to hosts: made here once, and put on the hosts. */
@NullMarked
package io.urania.control.loginkey;

import org.jspecify.annotations.NullMarked;
