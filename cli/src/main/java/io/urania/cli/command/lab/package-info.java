/** Commands for the virtual rack. */
@NullMarked
package io.urania.cli.command.lab;

import org.jspecify.annotations.NullMarked;
