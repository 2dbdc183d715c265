@NullMarked
package io.urania.cluster.value;

import org.jspecify.annotations.NullMarked;
