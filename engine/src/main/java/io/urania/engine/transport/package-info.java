/** The way to a host: a port, and OpenSSH behind it. */
@NullMarked
package io.urania.engine.transport;

import org.jspecify.annotations.NullMarked;
