@NullMarked
package io.urania.cluster.reader;

import org.jspecify.annotations.NullMarked;
