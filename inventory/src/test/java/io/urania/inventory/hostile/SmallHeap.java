package io.urania.inventory.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.Inventory;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads inventories one after the other in a JVM of its own, with a heap of 200 MB and the stack that the main thread of a JVM has. */
final class SmallHeap {
    /** Far more than any of it takes, far less than what does not end. */
    private static final int PATIENCE_SECONDS = 300;

    private static final String END = "==== ";

    private SmallHeap() {}

    /** What the other JVM tells of each: its problems, or that it has read and printed it. */
    static Map<Path, List<String>> tell(List<Path> sources) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
        sources.forEach(source -> command.add(source.toString()));
        Path output = Files.createTempFile("told", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("not read in " + PATIENCE_SECONDS + " s: " + Files.readString(output));
        }
        String told = Files.readString(output);
        Files.delete(output);
        assertThat(process.exitValue()).as(told).isZero();
        Map<Path, List<String>> result = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : told.lines().toList()) {
            if (line.startsWith(END)) {
                result.put(Path.of(line.substring(END.length())), lines);
                lines = new ArrayList<>();
            } else {
                lines.add(line);
            }
        }
        return result;
    }

    public static void main(String... sources) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String source : sources) {
            read(Path.of(source), out);
            out.println(END + source);
        }
    }

    private static void read(Path source, PrintStream out) throws IOException {
        try {
            Inventory inventory =
                    Inventory.load(InventoryRequest.of(List.of(source)).in(source.resolveSibling("elsewhere")));
            inventory.warnings().forEach(out::println);
            for (String host : inventory.hosts().stream().limit(3).toList()) {
                for (String name : inventory.variables(host).names()) {
                    render(inventory, host, name, out);
                }
            }
            inventory.listing(false).writeJson(OutputStream.nullOutputStream());
            out.println("read");
        } catch (InventoryException refused) {
            refused.problems().forEach(out::println);
        }
    }

    private static void render(Inventory inventory, String host, String name, PrintStream out) {
        try {
            inventory.variables(host).value(name);
        } catch (InventoryException refused) {
            refused.problems().forEach(out::println);
        }
    }
}
