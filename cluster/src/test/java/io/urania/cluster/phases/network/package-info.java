@NullMarked
package io.urania.cluster.phases.network;

import org.jspecify.annotations.NullMarked;
