@NullMarked
package io.urania.cluster.variable.access;

import org.jspecify.annotations.NullMarked;
