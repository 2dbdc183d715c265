/** Commands for the virtual rack. */
@NullMarked
package io.urania.cli.command.lab;

