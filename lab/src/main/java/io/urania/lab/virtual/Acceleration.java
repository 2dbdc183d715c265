package io.urania.lab.virtual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How a virtual machine's instructions are carried out. */
enum Acceleration {
    /** By the processor. */
    KVM("kvm", "max"),
    /** By translation. */
    TRANSLATION("tcg,thread=multi", "max"),
    /**
     * By translation, without what costs more than it brings then: AVX instructions are emulated one by one, and strings are
     * copied byte by byte where the processor says that it is quick at it (seen: twice the time for the same hash or copy).
     */
    TRANSLATION_X86("tcg,thread=multi", "max,avx=off,avx2=off,erms=off,fsrm=off,la57=off");

    private static final Path DEVICE = Path.of("/dev/kvm");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    /** Intel's and AMD's. Without them /dev/kvm may be there and open, but runs no kernel that does not know of it (pvm). */
    private static final Pattern VIRTUALISATION = Pattern.compile("flags\\s*:.*\\b(vmx|svm)\\b.*");

    private final String accelerator;
    private final String processor;

    Acceleration(String accelerator, String processor) {
        this.accelerator = accelerator;
        this.processor = processor;
    }

    /** What can be had here. */
    static Acceleration ofThisMachine(Hardware hardware) throws IOException {
        return of(
                hardware,
                Files.isReadable(DEVICE) && Files.isWritable(DEVICE),
                Files.readAllLines(PROCESSORS, StandardCharsets.ISO_8859_1));
    }

    /** @param processors the lines of /proc/cpuinfo */
    static Acceleration of(Hardware hardware, boolean device, List<String> processors) {
        return switch (hardware) {
            case X86 ->
                device && processors.stream().anyMatch(VIRTUALISATION.asMatchPredicate()) ? KVM : TRANSLATION_X86;
            case ARM -> device ? KVM : TRANSLATION;
        };
    }

    /** QEMU's options. */
    List<String> options() {
        return List.of("-accel", accelerator, "-cpu", processor);
    }
}
