package io.urania.engine.resource.boot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file with the kernel's arguments, which something reads that starts the kernel. In the order in which they are looked for. */
enum BootFile {
    /** The firmware's, where it chooses between two sets of boot files (Ubuntu, from 25.10 on). */
    CURRENT("/boot/firmware/current/cmdline.txt"),
    /** The firmware's, since the boot partition is mounted below /boot (Raspberry Pi OS from Bookworm on; Debian, Ubuntu). */
    FIRMWARE("/boot/firmware/cmdline.txt"),
    /** The firmware's, where the boot partition is /boot (Raspberry Pi OS to Bullseye, Arch Linux ARM with the Raspberry Pi's kernel). */
    BOOT("/boot/cmdline.txt"),
    /** The text that U-Boot's script is made from (Arch Linux ARM with the usual kernel). */
    U_BOOT("/boot/boot.txt");

    private static final String ASSIGNMENT = "setenv bootargs ";

    private final String path;

    BootFile(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    static List<String> paths() {
        return Stream.of(values()).map(BootFile::path).toList();
    }

    /** The arguments in a text; empty for one that is read by nobody, as what stands where a file was once: kernels have a root. */
    Optional<KernelWords> arguments(String text) {
        return line(text)
                .map(line -> KernelWords.of(this == U_BOOT ? line.strip().substring(ASSIGNMENT.length()) : line))
                .filter(words -> words.words().stream().anyMatch(word -> word.startsWith("root=")));
    }

    /** The text with other arguments: firmware reads one line, and nothing after it. */
    String with(String text, KernelWords arguments) {
        if (this != U_BOOT) {
            return arguments + "\n";
        }
        String present = line(text).orElseThrow();
        String indent = present.substring(0, present.indexOf(ASSIGNMENT));
        return text.replace(present, indent + ASSIGNMENT + arguments);
    }

    private Optional<String> line(String text) {
        return this == U_BOOT
                ? text.lines()
                        .filter(line -> line.strip().startsWith(ASSIGNMENT))
                        .findFirst()
                : text.lines().filter(line -> !line.isBlank()).findFirst();
    }
}
