package io.urania.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What something costs: wall time, processor time of this process and of its ended children, and memory. */
record Measure(String what, Duration wall, Duration processor, long residentMegabytes) {

    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    static Measure of(String what, Action action) throws Exception {
        Duration before = processorTime();
        long start = System.nanoTime();
        action.run();
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return new Measure(what, wall, processorTime().minus(before), resident());
    }

    String line(int times) {
        return "%-34s %9.1f ms wall  %8.1f ms CPU  each; %5d MB resident"
                .formatted(what, wall.toNanos() / 1e6 / times, processor.toNanos() / 1e6 / times, residentMegabytes);
    }

    /** proc(5), /proc/pid/stat: utime, stime, cutime, cstime, in hundredths of a second. */
    private static Duration processorTime() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        long ticks = 0;
        for (String field : fields.subList(11, 15)) {
            ticks += Long.parseLong(field);
        }
        return Duration.ofMillis(ticks * 10);
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
