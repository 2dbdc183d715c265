/** Commands for bundles. */
@NullMarked
package io.urania.cli.command.bundle;

