/** The terminal: the one place that prints and asks. */
@NullMarked
package io.urania.cli.console;

import org.jspecify.annotations.NullMarked;
