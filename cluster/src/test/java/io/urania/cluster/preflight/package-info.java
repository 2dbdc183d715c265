@NullMarked
package io.urania.cluster.preflight;

import org.jspecify.annotations.NullMarked;
