/** Reading what an inventory asks of the API server. */
@NullMarked
package io.urania.cluster.reader.apiserver;

import org.jspecify.annotations.NullMarked;
