package io.urania.cluster.spec.boot;

import io.urania.engine.resource.boot.FirmwareSettings;
import io.urania.engine.resource.boot.KernelArguments;
import java.util.List;
import java.util.Optional;

/**
 * What a host is told when it starts.
 *
 * @param arguments that its kernel gets besides those that it has
 * @param memoryControl whether the control group of memory is enabled where it is off
 * @param smallPages whether memory pages have 4 KiB where the firmware would choose larger ones
 * @param wideKernel whether the kernel has 64 bits; empty if the firmware chooses
 * @param restarts whether Urania may start it again
 */
public record BootSpec(
        List<String> arguments,
        boolean memoryControl,
        boolean smallPages,
        Optional<Boolean> wideKernel,
        Restarts restarts) {

    public BootSpec {
        arguments = List.copyOf(arguments);
    }

    /** What the kernel is told. */
    public KernelArguments kernelArguments() {
        return new KernelArguments(arguments, memoryControl);
    }

    /** What the firmware is told. */
    public FirmwareSettings firmwareSettings() {
        return new FirmwareSettings(smallPages, wideKernel);
    }

    /** When a host is started again. */
    public enum Restarts {
        /** By people. */
        NEVER,
        /** For what is in force only then. */
        FOR_SETTINGS,
        /** Also when the system asks for it. */
        FOR_UPGRADES
    }
}
