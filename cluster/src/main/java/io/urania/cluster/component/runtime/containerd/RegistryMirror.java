package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.format.Toml;
import io.urania.cluster.value.Registry;
import java.util.List;
import java.util.stream.Collectors;

/** Where containerd looks for the images of a registry: its file hosts.toml (containerd docs/hosts.md). */
final class RegistryMirror {

    private RegistryMirror() {}

    /**
     * The text of hosts.toml.
     *
     * @param name as image names begin: {@code docker.io}
     */
    static String text(String name, Registry registry) {
        StringBuilder text = new StringBuilder("""
                # images of %s
                server = %s
                """.formatted(name, Toml.quoted(registry.server())));
        for (Registry.Mirror mirror : registry.mirrors()) {
            text.append("""

                    [host.%s]
                      capabilities = %s
                    """.formatted(Toml.quoted(mirror.url()), list(mirror.capabilities())));
            if (!mirror.verified()) {
                text.append("  skip_verify = true\n");
            }
            if (mirror.overridesPath()) {
                text.append("  override_path = true\n");
            }
            if (!mirror.authorities().isEmpty()) {
                text.append("  ca = ").append(list(mirror.authorities())).append('\n');
            }
            if (!mirror.clients().isEmpty()) {
                text.append(mirror.clients().stream()
                        .map(RegistryMirror::list)
                        .collect(Collectors.joining(", ", "  client = [", "]\n")));
            }
        }
        return text.toString();
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Toml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }
}
