/** What an inventory may do on this machine, and how that is asked. */
@NullMarked
package io.urania.control.permission;

import org.jspecify.annotations.NullMarked;
