/** Certificates that Urania itself issues: etcd's. */
@NullMarked
package io.urania.cluster.pki;

import org.jspecify.annotations.NullMarked;
