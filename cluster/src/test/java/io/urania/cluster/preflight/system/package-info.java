@NullMarked
package io.urania.cluster.preflight.system;

import org.jspecify.annotations.NullMarked;
