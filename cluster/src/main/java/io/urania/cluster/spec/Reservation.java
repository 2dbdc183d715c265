package io.urania.cluster.spec;

import io.urania.cluster.value.Quantity;

/**
 * What pods of a node cannot have (Kubernetes documentation, "Reserve Compute Resources for System Daemons").
 *
 * @param storage bytes of the disk of /var/lib/kubelet
 * @param processes numbers of processes
 */
public record Reservation(Quantity memory, Quantity cpu, Quantity storage, int processes) {

    private static final long MEBIBYTE = 1L << 20;
    private static final long LEAST_MEMORY = 96 * MEBIBYTE;
    private static final long MOST_MEMORY = 512 * MEBIBYTE;
    private static final int SHARE_OF_MEMORY = 16;

    /**
     * What fits a machine: a sixteenth of its memory, from 96 to 512 MiB, which kubelet and containerd together use on machines of 1 to
     * 8 GB with as many pods as fit there.
     *
     * @param memoryBytes usable memory
     */
    public static Reservation fitting(long memoryBytes) {
        long bytes = Math.clamp(memoryBytes / SHARE_OF_MEMORY, LEAST_MEMORY, MOST_MEMORY);
        return new Reservation(
                new Quantity(bytes / MEBIBYTE + "Mi"), new Quantity("100m"), new Quantity("500Mi"), 1_000);
    }
}
