/** Reads what single hosts are to be. */
@NullMarked
package io.urania.cluster.reader.host;

import org.jspecify.annotations.NullMarked;
