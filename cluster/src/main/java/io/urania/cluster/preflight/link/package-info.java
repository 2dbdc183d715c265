/** Rules about the interfaces, addresses and routes of hosts. */
@NullMarked
package io.urania.cluster.preflight.link;

import org.jspecify.annotations.NullMarked;
