/** Words of etcd's settings. */
@NullMarked
package io.urania.cluster.value.etcd;

import org.jspecify.annotations.NullMarked;
