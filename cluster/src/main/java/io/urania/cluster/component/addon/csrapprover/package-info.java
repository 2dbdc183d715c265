/** The approver of kubelets' serving certificates. */
@NullMarked
package io.urania.cluster.component.addon.csrapprover;

import org.jspecify.annotations.NullMarked;
