package io.urania.cluster.component.network.flannel;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;

/** flannel's variables. */
final class FlannelVariables {

    private static final String CONFIGURATION = "flannel's net-conf.json, ";

    static final Variable<FlannelBackend> BACKEND = variable(
                    "flannel_backend_type", ChoiceTypes.choice(FlannelBackend.class))
            .means("flannel backend for packets between nodes")
            .does(CONFIGURATION + "Backend.Type")
            .otherwise(FlannelBackend.VXLAN);

    static final Variable<Integer> VXLAN_IDENTIFIER = variable("flannel_vxlan_vni", ScalarTypes.integer(1, 16_777_215))
            .means("network identifier of backend vxlan")
            .does(CONFIGURATION + "Backend.VNI")
            .otherwise(1);

    static final Variable<Integer> VXLAN_PORT = variable("flannel_vxlan_port", ScalarTypes.port())
            .means("UDP port of backend vxlan")
            .does(CONFIGURATION + "Backend.Port")
            .otherwise(8472);

    static final Variable<String> INTERFACE = variable("flannel_interface", ClusterTypes.networkInterface())
            .means("interface between the nodes")
            .does("flag of flanneld, --iface")
            .unlessSet("the interface with the node's address");

    static final List<Variable<?>> ALL = List.of(BACKEND, VXLAN_IDENTIFIER, VXLAN_PORT, INTERFACE);

    private FlannelVariables() {}
}
