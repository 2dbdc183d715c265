/** Reads how names are found, in the cluster and on its hosts. */
@NullMarked
package io.urania.cluster.reader.dns;

import org.jspecify.annotations.NullMarked;
