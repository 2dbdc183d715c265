package io.urania.cluster.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a.b", "a'b", "a\"b", "a]\n[b", "", "\u0007é😀", "io.containerd.cri.v1.runtime"})
    void noNameOrValueOfATomlDocumentLeavesItsPlace(String text) {
        TomlDocument document = new TomlDocument()
                .set(List.of(), "first", true)
                .set(List.of("table", text), text, text)
                .set(List.of("table", text), "more", Map.of(text, List.of(1, text)))
                .set(List.of(), "last", 2);

        JsonNode tree = new TomlMapper().readTree(document.text());

        assertThat(tree.get("first").asBoolean()).isTrue();
        assertThat(tree.get("last").asInt()).isEqualTo(2);
        assertThat(tree.size()).isEqualTo(3);
        JsonNode table = tree.get("table").get(text);
        assertThat(table.get(text).asString()).isEqualTo(text);
        assertThat(table.get("more").get(text).get(1).asString()).isEqualTo(text);
    }

    @Test
    void aKeyOfATomlDocumentIsNotATableToo() {
        TomlDocument document = new TomlDocument().set(List.of(), "key", 1);

        assertThatThrownBy(() -> document.set(List.of("key"), "inner", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key is not a table");
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
