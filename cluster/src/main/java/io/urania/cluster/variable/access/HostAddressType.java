package io.urania.cluster.variable.access;

import io.urania.cluster.spec.access.HostAddress;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;

/** An address with the size of its network: {@code 192.168.1.11/24}. */
public final class HostAddressType {

    private HostAddressType() {}

    public static VariableType<HostAddress> type() {
        return ScalarTypes.parsed(
                "an IPv4 address with the length of its network's prefix, 8 to 30, such as 192.168.1.11/24",
                new Shape.Text("\\s*[0-9.]+/[0-9]{1,2}\\s*", List.of("192.168.1.11/24")),
                HostAddress::parse);
    }
}
