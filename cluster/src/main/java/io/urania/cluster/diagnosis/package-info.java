/** Why a kubelet, an API server or a member of etcd does not come, read from what they say. */
@NullMarked
package io.urania.cluster.diagnosis;

import org.jspecify.annotations.NullMarked;
