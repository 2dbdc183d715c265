/** Commands for bundles. */
@NullMarked
package io.urania.cli.command.bundle;

import org.jspecify.annotations.NullMarked;
