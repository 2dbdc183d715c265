/** Which of two kinds of iptables a host uses. */
@NullMarked
package io.urania.engine.resource.packetfilter;

import org.jspecify.annotations.NullMarked;
