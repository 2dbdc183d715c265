/** Names that Kubernetes' own programs know, by minor version. */
@NullMarked
package io.urania.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;
