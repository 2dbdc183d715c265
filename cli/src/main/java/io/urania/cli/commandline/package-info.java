/** The command line as a whole: all commands put together, and what is made from all of them. */
@NullMarked
package io.urania.cli.commandline;

import org.jspecify.annotations.NullMarked;
