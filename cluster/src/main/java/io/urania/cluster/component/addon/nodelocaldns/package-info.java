/** The node-local DNS cache: CoreDNS again, on every node. */
@NullMarked
package io.urania.cluster.component.addon.nodelocaldns;

import org.jspecify.annotations.NullMarked;
