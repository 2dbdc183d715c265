@NullMarked
package io.urania.cluster.format;

import org.jspecify.annotations.NullMarked;
