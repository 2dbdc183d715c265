/** The ports of the use cases on a terminal: how the person at the console is asked, told and shown what goes on. */
@NullMarked
package io.urania.cli.terminal;

import org.jspecify.annotations.NullMarked;
