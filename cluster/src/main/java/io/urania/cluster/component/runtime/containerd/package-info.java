/** containerd. */
@NullMarked
package io.urania.cluster.component.runtime.containerd;

import org.jspecify.annotations.NullMarked;
