package io.urania.cluster.component.runtime.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.value.Registry;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryMirrorTest {
    @Test
    void mirrorsAreInTheOrderInWhichTheyAreAsked() {
        Registry registry = new Registry(
                "https://registry-1.docker.io",
                List.of(
                        new Registry.Mirror("http://mirror.lan", List.of("pull"), false),
                        new Registry.Mirror(
                                "https://harbor.lan/v2/proxy",
                                List.of(),
                                true,
                                true,
                                List.of("/etc/ssl/harbor.pem"),
                                List.of(List.of("/etc/ssl/own.crt", "/etc/ssl/own.key"))),
                        new Registry.Mirror("https://registry-1.docker.io", List.of(), true)));

        assertThat(RegistryMirror.text("docker.io", registry)).isEqualTo("""
                # images of docker.io
                server = "https://registry-1.docker.io"

                [host."http://mirror.lan"]
                  capabilities = ["pull"]
                  skip_verify = true

                [host."https://harbor.lan/v2/proxy"]
                  capabilities = ["pull", "resolve"]
                  override_path = true
                  ca = ["/etc/ssl/harbor.pem"]
                  client = [["/etc/ssl/own.crt", "/etc/ssl/own.key"]]

                [host."https://registry-1.docker.io"]
                  capabilities = ["pull", "resolve"]
                """);
    }
}
