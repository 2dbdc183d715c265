/** The commands, one small class each. */
@NullMarked
package io.urania.cli.command;

import org.jspecify.annotations.NullMarked;
