/** What an inventory may do on this machine, and whom that is asked. */
@NullMarked
package io.urania.cli.permission;

import org.jspecify.annotations.NullMarked;
