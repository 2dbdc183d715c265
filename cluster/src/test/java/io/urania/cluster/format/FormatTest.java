package io.urania.cluster.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

class FormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/var/lib",
                "a\"b",
                "\\",
                "\\n",
                "a\nb = 1",
                "\u0000\u0007\u001b\u007f\u0085",
                "é😀",
                "'''",
                "#"
            })
    void tomlHasAnyText(String text) {
        JsonNode tree = new TomlMapper().readTree("key = " + Toml.quoted(text) + "\nother = 1\n");

        assertThat(tree.get("key").asString()).isEqualTo(text);
        assertThat(tree.size()).isEqualTo(2);
    }

    @Test
    void ordinaryWordsStandAsTheyAre() {
        assertThat(Toml.quoted("/var/lib/containerd")).isEqualTo("\"/var/lib/containerd\"");
        assertThat(SystemdUnit.word("/usr/local/bin/etcd")).isEqualTo("/usr/local/bin/etcd");
        assertThat(EnvironmentFile.line("ETCD_NAME", "")).isEqualTo("ETCD_NAME=\n");
        assertThat(EnvironmentFile.line(
                        "ETCD_INITIAL_CLUSTER", "etcd1=https://[fd00::1]:2380,etcd2=https://10.0.0.2:2380"))
                .isEqualTo("ETCD_INITIAL_CLUSTER=etcd1=https://[fd00::1]:2380,etcd2=https://10.0.0.2:2380\n");
        assertThat(EnvironmentFile.quoted("http://user:p$ss@proxy:3128")).isEqualTo("\"http://user:p$ss@proxy:3128\"");
        assertThat(HaProxy.word("[fd00::1]")).isEqualTo("[fd00::1]");
    }

    @Test
    void whatMeansSomethingIsQuoted() {
        assertThat(SystemdUnit.word("/opt/%n/$HOME")).isEqualTo("/opt/%%n/$$HOME");
        assertThat(SystemdUnit.word("/opt/a b\"\\;")).isEqualTo("\"/opt/a b\\\"\\\\;\"");
        assertThat(EnvironmentFile.line("KEY", "a b\"\\#")).isEqualTo("KEY=\"a b\\\"\\\\#\"\n");
        assertThat(HaProxy.word("a b'#")).isEqualTo("'a b'\\''#'");
        assertThat(HaProxy.word("")).isEqualTo("''");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u0000b", "a\u001bb", "a\u0085b", "a\u2028b"})
    void noFormatOfLinesTakesTheEndOfOne(String text) {
        assertThatThrownBy(() -> SystemdUnit.word(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EnvironmentFile.line("KEY", text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EnvironmentFile.quoted(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HaProxy.word(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
