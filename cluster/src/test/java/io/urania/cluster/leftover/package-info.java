@NullMarked
package io.urania.cluster.leftover;

import org.jspecify.annotations.NullMarked;
