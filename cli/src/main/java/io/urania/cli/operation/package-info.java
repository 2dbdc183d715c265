/** What commands say and ask of what they do, and which inventories they are about. */
@NullMarked
package io.urania.cli.operation;

import org.jspecify.annotations.NullMarked;
