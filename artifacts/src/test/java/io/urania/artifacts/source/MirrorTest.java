package io.urania.artifacts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.ArtifactException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorTest {
    private static final String SUM = "0123456789abcdef".repeat(4);

    @Test
    void isADirectoryOrAnAddressWithTls() throws Exception {
        assertThat(Mirror.parse("https://mirror.example.com/v1.36.3", Optional.empty())
                        .base())
                .hasToString("https://mirror.example.com/v1.36.3/");
        assertThat(Mirror.parse("file:///srv/bundle", Optional.empty()).base()).hasToString("file:///srv/bundle/");
        assertThat(Path.of(Mirror.parse("srv/bundle", Optional.empty()).base()))
                .isEqualTo(Path.of("srv/bundle").toAbsolutePath());
    }

    @Test
    void isWithoutTlsOnlyWhereItsManifestIsKnown() throws Exception {
        for (String address : new String[] {"http://mirror.example.com/", "HTTP://10.0.0.1:8080/x"}) {
            assertThatThrownBy(() -> Mirror.parse(address, Optional.empty()))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("without TLS, anybody on the network path can impersonate the mirror")
                    .hasMessageContaining("--mirror-sha256 SUM");
        }
        Mirror known =
                Mirror.parse("http://mirror.example.com/", Optional.of(" " + SUM.toUpperCase(Locale.ROOT) + "\n"));
        assertThat(known.manifestSha256()).hasValue(SUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://mirror.example.com/",
                "htps://mirror.example.com/",
                "https:mirror.example.com",
                "https://",
                "https://mirror example/",
                "http://[",
                "jar:file:/srv/x.jar!/",
                "file://mirror.example.com/srv",
                "file:srv"
            })
    void isNothingElse(String address) {
        assertThatThrownBy(() -> Mirror.parse(address, Optional.of(SUM)))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining(address + " is not a mirror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "sha256:0123456789abcdef", "g123456789abcdef"})
    void hasASumOf64HexadecimalDigits(String sum) {
        assertThatThrownBy(() -> Mirror.parse("https://mirror.example.com/", Optional.of(sum)))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("is not 64 hexadecimal digits");
    }
}
