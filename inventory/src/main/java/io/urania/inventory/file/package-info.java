/** Files of this machine, read with bounds. */
@NullMarked
package io.urania.inventory.file;

import org.jspecify.annotations.NullMarked;
