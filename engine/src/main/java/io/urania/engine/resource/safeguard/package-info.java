/** Changes with a way back: the host itself undoes them unless they are confirmed over a new connection. */
@NullMarked
package io.urania.engine.resource.safeguard;

import org.jspecify.annotations.NullMarked;
