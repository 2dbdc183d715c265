/** The way by the system's own ssh, and which of its options an inventory may set. */
@NullMarked
package io.urania.engine.transport.openssh;

import org.jspecify.annotations.NullMarked;
