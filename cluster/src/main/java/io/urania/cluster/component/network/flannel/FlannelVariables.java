package io.urania.cluster.component.network.flannel;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Quantity;
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

    static final Variable<String> INTERFACE_PATTERN = variable(
                    "flannel_interface_regexp",
                    ScalarTypes.matching(
                            "a regular expression of Go without blanks", "(?:(?!\\$\\()[\\x21-\\x7e])+", "eth.*"))
            .means("regular expression that the name or an address of the interface between the nodes matches")
            .does("flag of flanneld, --iface-regex, where flannel_interface is not set")
            .unlessSet("the interface with the node's address");

    static final Variable<Boolean> DIRECT_ROUTING = variable("flannel_vxlan_direct_routing", ScalarTypes.truth())
            .means(
                    "whether nodes of one layer 2 network have routes to each other, as with host-gw, and only others use vxlan")
            .does(CONFIGURATION + "Backend.DirectRouting")
            .otherwise(false);

    static final Variable<Quantity> MEMORY_REQUEST =
            amount("flannel_memory_requests", "memory that flannel's pods ask for", "requests.memory");
    static final Variable<Quantity> CPU_REQUEST =
            amount("flannel_cpu_requests", "processor time that flannel's pods ask for", "requests.cpu");
    static final Variable<Quantity> MEMORY_LIMIT =
            amount("flannel_memory_limit", "memory that flannel's pods may have", "limits.memory");
    static final Variable<Quantity> CPU_LIMIT =
            amount("flannel_cpu_limit", "processor time that flannel's pods may have", "limits.cpu");

    static final List<Variable<?>> ALL = List.of(
            BACKEND,
            VXLAN_IDENTIFIER,
            VXLAN_PORT,
            INTERFACE,
            INTERFACE_PATTERN,
            DIRECT_ROUTING,
            MEMORY_REQUEST,
            CPU_REQUEST,
            MEMORY_LIMIT,
            CPU_LIMIT);

    private FlannelVariables() {}

    private static Variable<Quantity> amount(String name, String meaning, String field) {
        return variable(name, ClusterTypes.quantity())
                .means(meaning)
                .does("DaemonSet flannel, resources." + field)
                .unlessSet("no amount");
    }
}
