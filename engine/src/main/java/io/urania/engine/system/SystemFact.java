package io.urania.engine.system;

import java.util.Set;

/**
 * What a machine is.
 *
 * @param hostName as the kernel knows it
 * @param os what its operating system says of itself
 * @param machine {@code uname -m}; of the kernel, not of the programs
 * @param wordBits 32 or 64: {@code getconf LONG_BIT}; of the programs, not of the kernel
 * @param kernel {@code uname -r}
 * @param cpus processors online
 * @param memoryBytes usable memory
 * @param cgroups which control groups the machine mounts
 * @param cgroupControllers controllers that are enabled
 * @param mayLowerOomScore whether root may lower oom_score_adj (CAP_SYS_RESOURCE); containers of a lab may not
 * @param freeBytes free disk space under /var/lib
 */
public record SystemFact(
        String hostName,
        OsRelease os,
        String machine,
        int wordBits,
        String kernel,
        int cpus,
        long memoryBytes,
        Cgroups cgroups,
        Set<String> cgroupControllers,
        boolean mayLowerOomScore,
        long freeBytes) {

    public SystemFact {
        if ((wordBits != 32 && wordBits != 64) || cpus < 1 || memoryBytes < 0 || freeBytes < 0) {
            throw new IllegalArgumentException("no machine has " + wordBits + " bits, " + cpus + " processors, "
                    + memoryBytes + " bytes of memory and " + freeBytes + " bytes free");
        }
        cgroupControllers = Set.copyOf(cgroupControllers);
    }

    /** The two generations of Linux control groups. */
    public enum Cgroups {
        V1,
        V2
    }
}
