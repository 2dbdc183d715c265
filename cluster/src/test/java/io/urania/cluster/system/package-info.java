@NullMarked
package io.urania.cluster.system;

import org.jspecify.annotations.NullMarked;
