/** How a host is connected: name servers, links, firewall rules. */
@NullMarked
package io.urania.engine.network;

import org.jspecify.annotations.NullMarked;
