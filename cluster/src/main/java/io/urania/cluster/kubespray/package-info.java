/** Kubespray's words: in which releases each name was, which newer names they have, and what Kubespray makes of an inventory by itself. */
@NullMarked
package io.urania.cluster.kubespray;

import org.jspecify.annotations.NullMarked;
