package io.urania.lab.card;

import io.urania.lab.layout.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code /proc/meminfo} says on a container with a memory limit, for the kernel's own file has the memory of the machine: the limit as
 * all memory, no swap, and three quarters of it free and available, about as on a host that has just booted. It never changes.
 *
 * @see <a href="https://docs.kernel.org/filesystems/proc.html#meminfo">The /proc filesystem: meminfo</a>
 */
final class MemoryFile {
    private static final int FREE = 3;
    private static final int PARTS = 4;

    private static final List<String> NOTHING = List.of(
            "Buffers",
            "Cached",
            "SwapCached",
            "Active",
            "Inactive",
            "SwapTotal",
            "SwapFree",
            "Dirty",
            "Writeback",
            "Mapped",
            "Shmem",
            "KReclaimable",
            "Slab",
            "SReclaimable",
            "SUnreclaim");

    private MemoryFile() {}

    static String text(Memory memory) {
        long total = memory.kibibytes();
        long free = total / PARTS * FREE;
        var lines = new LinkedHashMap<String, Long>();
        lines.put("MemTotal", total);
        lines.put("MemFree", free);
        lines.put("MemAvailable", free);
        NOTHING.forEach(name -> lines.put(name, 0L));
        lines.put("AnonPages", total - free);
        lines.put("CommitLimit", total);
        lines.put("Committed_AS", total - free);
        return lines.entrySet().stream().map(MemoryFile::line).collect(Collectors.joining());
    }

    /** As the kernel writes them; programs take them apart by their white space, and some by their columns. */
    private static String line(Map.Entry<String, Long> entry) {
        return "%-15s %8d kB%n".formatted(entry.getKey() + ":", entry.getValue());
    }
}
