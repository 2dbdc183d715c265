package io.urania.engine.network;

import java.util.List;

/** What a file of name servers says (resolv.conf(5)). */
public sealed interface NameServersFact {

    /** There is no such file. */
    record Absent() implements NameServersFact {}

    /** The addresses of the servers, in the file's order; maybe none. */
    record Servers(List<String> addresses) implements NameServersFact {
        public Servers {
            addresses = List.copyOf(addresses);
        }
    }

    /** Whether it names a server that is not on the host's own loopback interface, so that pods can reach it too. */
    default boolean isOfUseToPods() {
        return switch (this) {
            case Absent _ -> false;
            case Servers servers -> servers.addresses().stream().anyMatch(address -> !isLoopback(address));
        };
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
