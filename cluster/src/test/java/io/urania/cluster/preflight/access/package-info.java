@NullMarked
package io.urania.cluster.preflight.access;

import org.jspecify.annotations.NullMarked;
