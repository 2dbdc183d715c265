package io.urania.cluster.component.addon.helm;

import io.urania.cluster.spec.AddOnSpec;

/** That Helm is wanted: it has no settings. */
public record HelmSpec() implements AddOnSpec {}
