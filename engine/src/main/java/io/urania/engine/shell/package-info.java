/** POSIX shell text: the one quoting function. */
@NullMarked
package io.urania.engine.shell;

import org.jspecify.annotations.NullMarked;
