/** The way to a host: the port and what all its implementations share; each implementation has a package of its own below. */
@NullMarked
package io.urania.engine.transport;

import org.jspecify.annotations.NullMarked;
