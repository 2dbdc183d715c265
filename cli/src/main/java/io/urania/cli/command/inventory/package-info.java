/** Commands that write inventories, or tell what one says. */
@NullMarked
package io.urania.cli.command.inventory;

import org.jspecify.annotations.NullMarked;
