@NullMarked
package io.urania.cluster.topology;

import org.jspecify.annotations.NullMarked;
