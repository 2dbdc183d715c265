/** The commands, the terminal and JSON. */
@NullMarked
package io.urania.cli;

import org.jspecify.annotations.NullMarked;
