/** A network plugin of which the person brings the manifest. */
@NullMarked
package io.urania.cluster.component.network.cni;

import org.jspecify.annotations.NullMarked;
