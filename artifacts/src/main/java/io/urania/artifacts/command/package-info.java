/** Other programs, run as subprocesses with a log. */
@NullMarked
package io.urania.artifacts.command;

import org.jspecify.annotations.NullMarked;
