@NullMarked
package io.urania.cluster.preflight.host;

import org.jspecify.annotations.NullMarked;
