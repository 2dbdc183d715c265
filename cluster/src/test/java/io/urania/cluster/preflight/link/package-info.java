@NullMarked
package io.urania.cluster.preflight.link;

import org.jspecify.annotations.NullMarked;
