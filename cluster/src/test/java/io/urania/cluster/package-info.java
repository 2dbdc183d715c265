@NullMarked
package io.urania.cluster;

import org.jspecify.annotations.NullMarked;
