/** metrics-server: what nodes and pods use. */
@NullMarked
package io.urania.cluster.component.addon.metricsserver;

import org.jspecify.annotations.NullMarked;
