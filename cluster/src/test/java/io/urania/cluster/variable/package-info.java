@NullMarked
package io.urania.cluster.variable;

import org.jspecify.annotations.NullMarked;
