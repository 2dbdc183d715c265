/** Pod security policies, as long as Kubernetes had them. */
@NullMarked
package io.urania.cluster.component.addon.podsecurity;

import org.jspecify.annotations.NullMarked;
