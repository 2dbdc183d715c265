package io.urania.engine.system;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a machine is made of, and how its hardware is.
 *
 * @param model what the device tree calls it, such as {@code Raspberry Pi 4 Model B Rev 1.4}; empty where there is none
 * @param pageBytes size of a memory page
 * @param celsius temperature of the hottest part that tells one; empty if none does
 * @param throttled the flags of a Raspberry Pi's firmware ({@code vcgencmd get_throttled}); empty elsewhere
 * @param linkAddresses hardware addresses of the interfaces that lead to other hosts, in lower case
 * @param productId what the firmware says the machine's own number is (SMBIOS specification, "System UUID"); empty where none does, and in
 *     containers
 * @param hostKey the public key with which sshd shows who it is, in Base64; empty where there is none of type ed25519
 */
public record HardwareFact(
        String model,
        int pageBytes,
        OptionalInt celsius,
        Optional<Integer> throttled,
        List<String> linkAddresses,
        String productId,
        String hostKey) {

    private static final int LOW_VOLTAGE_NOW = 1;
    private static final int LOW_VOLTAGE_SINCE_BOOT = 1 << 16;

    public HardwareFact {
        linkAddresses = List.copyOf(linkAddresses);
    }

    /** Whether the power supply is too weak, now or once since the last boot. */
    public boolean hadLowVoltage() {
        return throttled.stream().anyMatch(flags -> (flags & (LOW_VOLTAGE_NOW | LOW_VOLTAGE_SINCE_BOOT)) != 0);
    }
}
