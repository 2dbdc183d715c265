package io.urania.cluster.component.addon.csrapprover;

import io.urania.cluster.spec.AddOnSpec;

/** That kubelets' serving certificates are approved. */
record CsrApproverSpec() implements AddOnSpec {}
