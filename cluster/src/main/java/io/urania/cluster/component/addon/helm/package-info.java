/** Helm. */
@NullMarked
package io.urania.cluster.component.addon.helm;

import org.jspecify.annotations.NullMarked;
