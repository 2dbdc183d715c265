package io.urania.inventory.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that nobody writes by hand: it ends with a message that has a place, in bounded memory and time. */
class HostileInputTest {
    private static final int DEEP = 10_000;

    @TempDir
    private Path folder;

    private final List<String> sources = new ArrayList<>();
    private final Map<String, List<String>> told = new HashMap<>();

    @Test
    void refusesAliasesThatSpellOutBillions() throws Exception {
        StringBuilder lists = new StringBuilder("all:\n  vars:\n    a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        StringBuilder merges = new StringBuilder("all:\n  vars:\n    a0: &a0 {k: x}\n");
        StringBuilder texts = new StringBuilder("all:\n  vars:\n    a0: &a0 " + "x".repeat(1_000_000) + "\n    all: [");
        texts.append("*a0, ".repeat(100_000)).append("]\n");
        for (int i = 1; i < 40; i++) {
            lists.append("    a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n");
            merges.append("    a" + i + ": &a" + i + "\n      <<: [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n      k"
                    + i + ": x\n");
        }

        source("lists.yaml", lists.toString());
        source("merges.yaml", merges.toString());
        source("texts.yaml", texts.toString());
        assertThat(problem("lists.yaml")).startsWith("lists.yaml:").contains("values");
        assertThat(problem("merges.yaml")).startsWith("merges.yaml:").contains("values");
        assertThat(problem("texts.yaml")).startsWith("texts.yaml:").contains("values");
    }

    @Test
    void refusesFilesLargerThanAnyInventory() throws Exception {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("sparse.yaml").toFile(), "rw")) {
            sparse.setLength(100L << 20);
        }
        repeat("large.yaml", "all:\n  vars:\n", "    key%d: value\n", 100 << 20);
        repeat("large", "[all]\n", "host%d\n", 100 << 20);

        sources.addAll(List.of("sparse.yaml", "large.yaml", "large"));
        assertThat(told("sparse.yaml"))
                .containsExactly("sparse.yaml:1:1: larger than 32 MiB; no inventory is that large; remove the file");
        assertThat(told("large.yaml").getFirst()).startsWith("large.yaml:1:1: larger than 32 MiB");
        assertThat(told("large").getFirst()).startsWith("large:1:1: larger than 32 MiB");
    }

    @Test
    void readsOrRefusesFilesOfTheLargestSize() throws Exception {
        int most = 31 << 20;
        int much = 6 << 20;
        repeat("keys.yaml", "all:\n  vars:\n", "    key%d: value\n", most);
        repeat("line.yaml", "all: {hosts: {h: {v: [", "%d, ", much);
        repeat("numbers.json", "{\"all\": {\"vars\": {\"v\": [", "%d, ", much);
        repeat("errors", "[all]\n", "h v%d\n", most);
        repeat("hosts", "[all]\n", "h%d\n", much);
        repeat("variables", "[all]\nh\n[all:vars]\n", "v%d=1\n", much);
        repeat("sections", "", "[s%d]\n", much);
        repeat("duplicates.yaml", "all:\n", "  vars:\n", much);
        repeat("text.yaml", "all:\n  hosts: {h: {v: '", "word%d ", much);
        repeat("words", "h ", "a%d=1 ", much);

        sources.addAll(List.of(
                "keys.yaml",
                "line.yaml",
                "numbers.json",
                "errors",
                "hosts",
                "variables",
                "sections",
                "duplicates.yaml",
                "text.yaml",
                "words"));
        for (String name : sources) {
            assertThat(told(name).getFirst()).as(name).startsWith(name + ":");
            assertThat(told(name)).as(name).hasSizeLessThan(1100);
        }
    }

    @Test
    void refusesNestingThatWouldTakeTheWholeStack() throws Exception {
        String blocks = IntStream.range(0, 1000)
                .mapToObj(depth -> " ".repeat(depth) + "a:\n")
                .collect(Collectors.joining());
        String down = IntStream.range(0, DEEP)
                .mapToObj(i -> "[g" + i + ":children]\ng" + (i + 1) + "\n")
                .collect(Collectors.joining());
        String up = IntStream.range(0, DEEP)
                .mapToObj(i -> "[g" + (i + 1) + ":children]\ng" + i + "\n")
                .collect(Collectors.joining());

        source("block.yaml", blocks);
        source("flow.yaml", "all: " + "[".repeat(DEEP) + "]".repeat(DEEP));
        source("maps.yaml", "all: " + "{a: ".repeat(DEEP) + "}".repeat(DEEP));
        source("keys.yaml", "? ".repeat(DEEP) + "a");
        source("deep.json", "[".repeat(DEEP) + "]".repeat(DEEP));
        source("template.yaml", "all: {hosts: {h: {v: '{{ " + "[".repeat(DEEP) + "]".repeat(DEEP) + " }}'}}}");
        source("down.ini", down + "[g" + DEEP + "]\nh\n");
        source("up.ini", up + "[g0]\nh\n");
        source("circle.ini", down + "[g" + DEEP + ":children]\ng0\n");
        source("literal.ini", "h v=" + "[".repeat(DEEP) + "]".repeat(DEEP));
        assertThat(problem("block.yaml")).contains("nested more than 200 deep");
        assertThat(problem("flow.yaml")).contains("nested more than 200 deep");
        assertThat(problem("maps.yaml")).contains("nested more than 200 deep");
        assertThat(problem("keys.yaml")).contains("nested more than 200 deep");
        assertThat(problem("deep.json")).contains("nested more than 200 deep");
        assertThat(problem("template.yaml")).contains("nested");
        assertThat(problem("down.ini")).contains("groups nested more than 200 deep");
        assertThat(problem("up.ini")).contains("groups nested more than 200 deep");
        assertThat(problem("circle.ini")).contains("below itself");
        // What Python cannot read either is text.
        assertThat(told("literal.ini")).containsExactly("read");
    }

    @Test
    void doesNotWaitForAPipe() throws Exception {
        Files.createDirectories(folder.resolve("pipes/group_vars"));
        for (String pipe : List.of("pipe", "pipes/01-pipe", "pipes/group_vars/all")) {
            assertThat(new ProcessBuilder("mkfifo", folder.resolve(pipe).toString())
                            .start()
                            .waitFor())
                    .isZero();
        }
        write("pipes/02-hosts", "h\n");

        sources.addAll(List.of("pipe", "pipes"));
        assertThat(told("pipe").getFirst()).startsWith("pipe:1:1: not a regular file");
        assertThat(told("pipes").get(0)).startsWith("pipes/01-pipe:1:1: not a regular file");
        assertThat(told("pipes").get(1)).startsWith("pipes/group_vars/all:1:1: not a regular file");
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        byte[] binary = new byte[4096];
        new Random(1).nextBytes(binary);
        Files.write(folder.resolve("binary"), binary);
        Files.write(folder.resolve("binary.yaml"), binary);
        Files.write(
                folder.resolve("latin.yaml"),
                "all: {hosts: {h: {v: caf\u00e9}}}".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("wide.yaml"), "all: {hosts: {h: }}".getBytes(StandardCharsets.UTF_16));
        Files.write(folder.resolve("widest"), "h".getBytes(Charset.forName("UTF-32")));

        source("nul.yaml", "all: {hosts: {h: {v: a\0b}}}");
        source("nul", "h\0 v=1\n");
        sources.addAll(List.of("binary", "binary.yaml", "latin.yaml", "wide.yaml", "widest"));
        assertThat(told("binary").getFirst())
                .isEqualTo("binary:1:1: the file is not UTF-8 text; save it as UTF-8, or remove it");
        assertThat(told("binary.yaml").getFirst()).startsWith("binary.yaml:1:1: the file is not UTF-8 text");
        assertThat(told("latin.yaml").getFirst()).startsWith("latin.yaml:1:1: the file is not UTF-8 text");
        assertThat(told("wide.yaml").getFirst()).startsWith("wide.yaml:1:1: the file is not UTF-8 text");
        assertThat(told("widest").getFirst())
                .startsWith("widest:1:1: a character that is not allowed in text files (U+0000)");
        assertThat(problem("nul.yaml")).startsWith("nul.yaml:1:23: ");
        assertThat(problem("nul")).startsWith("nul:1:2: ");
    }

    @Test
    void readsHalvesOfCharactersThatOnlyJsonCanSpell() throws Exception {
        source("halves.json", "{\"all\": {\"hosts\": {\"h\\ud83c\": {\"v\\udf53\": \"\\ud800 \\u0000\"}}}}");
        assertThat(told("halves.json")).containsExactly("read");
    }

    @Test
    void leavesFoldersThatLeadBackToThemselves() throws Exception {
        write("sources/hosts", "h\n");
        Files.createSymbolicLink(folder.resolve("sources/again"), folder.resolve("sources"));
        write("variables/hosts", "h\n");
        Files.createDirectories(folder.resolve("variables/group_vars/all"));
        Files.createSymbolicLink(folder.resolve("variables/group_vars/all/up"), folder.resolve("variables/group_vars"));
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
        write("files/hosts", "h\n");
        Files.createDirectories(folder.resolve("files/host_vars"));
        Files.createSymbolicLink(folder.resolve("files/host_vars/h"), folder.resolve("files/host_vars/h"));

        sources.addAll(List.of("sources", "variables", "self", "files"));
        assertThat(told("sources").getFirst()).contains("a symbolic link may form a loop");
        assertThat(told("variables").getFirst()).contains("a link to a directory that contains it");
        assertThat(told("self").getFirst()).startsWith("no inventory at self");
        assertThat(told("files")).containsExactly("read");
    }

    @Test
    void refusesRangesWithoutEnd() throws Exception {
        source("one", "pi[0:2147483647]\n");
        source("product", "h[0:9999][0:9999][0:9999]\n");
        source("wide", "pi[" + "0".repeat(200) + ":" + "9".repeat(200) + "]\n");
        repeat("many", "", "pi%d-[1:9999]\n", 1 << 20);
        sources.addAll(List.of("many"));
        assertThat(problem("one")).startsWith("one:1:1: ").contains("more than 100000 hosts");
        assertThat(problem("product")).contains("more than 100000 hosts");
        assertThat(problem("wide")).startsWith("wide:1:1: ");
        assertThat(told("many").getFirst()).startsWith("many:11:1: ").contains("more than 100000 hosts");
    }

    @Test
    void readsLongLines() throws Exception {
        String words =
                IntStream.range(0, 50_000).mapToObj(i -> " v" + i + "=" + i).collect(Collectors.joining());
        source("name", "h".repeat(1 << 20) + "\n");
        source("words", "h" + words + "\n");
        source("literal", "h v=[" + "1,".repeat(500_000) + "]\n");
        source("text.yaml", "all: {hosts: {h: {v: " + "x".repeat(5 << 20) + "}}}");
        source("base60.yaml", "all: {hosts: {h: {v: x" + ":1".repeat(50_000) + "}}}");
        assertThat(told("words")).containsExactly("read");
        assertThat(told("literal")).containsExactly("read");
        assertThat(told("text.yaml")).containsExactly("read");
        assertThat(told("base60.yaml")).containsExactly("read");
        assertThat(problem("name")).startsWith("name:1:1: ").hasSizeLessThan(2200);
    }

    @Test
    void boundsTheDigitsOfNumbers() throws Exception {
        String digits = "1".repeat(1 << 20);
        source("digits.yaml", "all: {hosts: {h: {v: " + digits + "}}}");
        source("base60.yaml", "all: {hosts: {h: {v: 1" + ":1".repeat(50_000) + "}}}");
        source("digits.json", "{\"all\": {\"hosts\": {\"h\": {\"v\": " + digits + "}}}}");
        source("digits", "h v=" + digits + " w=" + "1_".repeat(1 << 19) + "1 x=" + "1e+".repeat(1 << 19) + "\n");
        assertThat(problem("digits.yaml")).startsWith("digits.yaml:1:22: ").contains("4300 digits");
        assertThat(problem("base60.yaml")).startsWith("base60.yaml:1:22: ");
        assertThat(problem("digits.json")).startsWith("digits.json:1:31: ").contains("4300 digits");
        // Python makes no number of them either, and Ansible takes them for text.
        assertThat(told("digits")).containsExactly("read");
    }

    @Test
    void tellsOfDamagedVaults() throws Exception {
        String header = "$ANSIBLE_VAULT;1.1;AES256";
        source("empty.yaml", header);
        source("odd.yaml", header + "\n313\n");
        source("short.yaml", header + "\n3132\n");
        source("long.yaml", header + "\n" + "30".repeat(5 << 20));
        source("version.yaml", "$ANSIBLE_VAULT;9.9;AES256\n3132\n");
        source("value.yaml", "all: {hosts: {h: {v: !vault '" + header + "'}}}");
        assertThat(problem("empty.yaml")).startsWith("empty.yaml:1:1: cannot open the file");
        assertThat(problem("odd.yaml")).contains("corrupt Ansible Vault data");
        assertThat(problem("short.yaml")).contains("corrupt Ansible Vault data");
        assertThat(problem("long.yaml")).contains("corrupt Ansible Vault data");
        assertThat(problem("version.yaml")).contains("9.9");
        assertThat(problem("value.yaml")).startsWith("value.yaml:1:22: cannot open 'v'");
    }

    /** The first problem of a source, in which it has its place. */
    private String problem(String name) throws Exception {
        assertThat(told(name).getFirst()).startsWith(name + ":");
        return told(name).getFirst();
    }

    /** What is told of a source; all that were named until now are read in one JVM. */
    private List<String> told(String name) throws Exception {
        if (told.isEmpty()) {
            SmallHeap.tell(sources.stream().map(folder::resolve).toList())
                    .forEach((path, lines) -> told.put(
                            folder.relativize(path).toString(),
                            lines.stream()
                                    .map(line -> line.replace(folder + "/", ""))
                                    .toList()));
        }
        return told.getOrDefault(name, List.of());
    }

    private void source(String name, String text) throws IOException {
        write(name, text);
        sources.add(name);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A file of at least {@code size} bytes: the start, then the format with growing numbers. */
    private void repeat(String name, String start, String format, int size) throws IOException {
        int width = format.indexOf("%d");
        String before = width < 0 ? format : format.substring(0, width);
        String after = width < 0 ? "" : format.substring(width + 2);
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name))) {
            writer.write(start);
            long written = start.length();
            for (int i = 0; written < size; i++) {
                String line = width < 0 ? format : before + i + after;
                writer.write(line);
                written += line.length();
            }
        }
    }
}
