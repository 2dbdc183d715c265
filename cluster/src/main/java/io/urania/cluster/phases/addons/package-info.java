/** Chapter 8: names, measurements, policies: what runs in the cluster for everybody. */
@NullMarked
package io.urania.cluster.phases.addons;

import org.jspecify.annotations.NullMarked;
