@NullMarked
package io.urania.cluster.operation;

import org.jspecify.annotations.NullMarked;
