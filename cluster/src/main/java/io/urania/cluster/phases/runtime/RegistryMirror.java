package io.urania.cluster.phases.runtime;

/** Where containerd looks for the images of a registry: its file hosts.toml (containerd docs/hosts.md). */
final class RegistryMirror {

    private RegistryMirror() {}

    /**
     * The text of hosts.toml.
     *
     * @param registry as image names begin: {@code docker.io}
     * @param url the server to ask, {@code http://} or {@code https://}
     */
    static String text(String registry, String url) {
        return """
                # images of %1$s
                server = "%2$s"

                [host."%2$s"]
                  capabilities = ["pull", "resolve"]
                """.formatted(registry, url);
    }
}
