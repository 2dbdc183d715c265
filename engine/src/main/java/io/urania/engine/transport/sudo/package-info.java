/** Becoming root on the way. */
@NullMarked
package io.urania.engine.transport.sudo;

import org.jspecify.annotations.NullMarked;
