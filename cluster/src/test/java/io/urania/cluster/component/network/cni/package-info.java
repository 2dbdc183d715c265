@NullMarked
package io.urania.cluster.component.network.cni;

import org.jspecify.annotations.NullMarked;
