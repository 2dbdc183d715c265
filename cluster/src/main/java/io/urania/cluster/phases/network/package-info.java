/** Chapter 7: the network of pods and services. */
@NullMarked
package io.urania.cluster.phases.network;

import org.jspecify.annotations.NullMarked;
