@NullMarked
package io.urania.cluster.phases.etcd;

import org.jspecify.annotations.NullMarked;
