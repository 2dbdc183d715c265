/** The way by the SSH client in the program, for passwords and for machines without ssh. */
@NullMarked
package io.urania.engine.transport.builtin;

import org.jspecify.annotations.NullMarked;
