@NullMarked
package io.urania.cluster.kubespray;

import org.jspecify.annotations.NullMarked;
