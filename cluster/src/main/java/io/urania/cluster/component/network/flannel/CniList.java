package io.urania.cluster.component.network.flannel;

/** The list of CNI plugins that connect a pod. As a host's file, it is there before the first pod wants it. */
final class CniList {

    static final String FILE = "/etc/cni/net.d/10-flannel.conflist";

    private CniList() {}

    /** The list's text (CNI specification 1.0.0, section 1; version 0.3.1 is what flannel's plugin takes). */
    static String text() {
        return """
                {
                  "name": "cbr0",
                  "cniVersion": "0.3.1",
                  "plugins": [
                    {
                      "type": "flannel",
                      "delegate": {
                        "hairpinMode": true,
                        "isDefaultGateway": true
                      }
                    },
                    {
                      "type": "portmap",
                      "capabilities": {
                        "portMappings": true
                      }
                    }
                  ]
                }
                """;
    }
}
