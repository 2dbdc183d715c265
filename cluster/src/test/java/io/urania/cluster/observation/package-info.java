@NullMarked
package io.urania.cluster.observation;

import org.jspecify.annotations.NullMarked;
