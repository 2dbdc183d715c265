package io.urania.cluster.component.network.cni;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.CollectionTypes;
import java.util.List;

/** The variables of a network plugin that the person brings. */
final class CniVariables {

    static final Variable<List<ManifestPlace>> MANIFESTS = variable(
                    "custom_cni_manifests", CollectionTypes.listOf(new ManifestPlaceType()))
            .means("manifests of your own network plugin, for kube_network_plugin: cni")
            .does("cluster: their objects are applied unchanged except for Urania's label and annotation")
            .otherwise(List.of(), "none");

    static final List<Variable<?>> ALL = List.of(MANIFESTS);

    private CniVariables() {}
}
