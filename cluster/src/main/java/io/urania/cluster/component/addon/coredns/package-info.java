/** CoreDNS: names of services. */
@NullMarked
package io.urania.cluster.component.addon.coredns;

import org.jspecify.annotations.NullMarked;
