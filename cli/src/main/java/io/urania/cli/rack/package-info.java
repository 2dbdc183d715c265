/** The virtual rack for the commands: found, made, brought up. */
@NullMarked
package io.urania.cli.rack;

import org.jspecify.annotations.NullMarked;
