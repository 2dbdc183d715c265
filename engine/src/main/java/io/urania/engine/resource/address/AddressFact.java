package io.urania.engine.resource.address;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a host tells of one of its addresses, and of whoever may have configured it.
 *
 * @param link the interface that has the address; empty if none has
 * @param isDefault whether packets to everywhere leave by that interface
 * @param active which of the units that configure interfaces run: {@code NetworkManager}, {@code systemd-networkd}, {@code dhcpcd}
 * @param managed what NetworkManager tells of the interface
 * @param networkFile from which file systemd-networkd has it
 * @param hasCloudInit whether the host has cloud-init
 * @param texts of files that configure interfaces, by path
 */
public record AddressFact(
        Optional<String> link,
        boolean isDefault,
        Set<String> active,
        Optional<Managed> managed,
        Optional<String> networkFile,
        boolean hasCloudInit,
        Map<String, String> texts) {

    /**
     * An interface of NetworkManager's.
     *
     * @param type {@code ethernet}, {@code wifi}, …
     * @param state {@code connected}, {@code unmanaged}, …
     * @param connection the profile that it has
     */
    public record Managed(String type, String state, String connection) {}

    public AddressFact {
        active = Set.copyOf(active);
        texts = Map.copyOf(texts);
    }

    /** A host that does not have the address. */
    public static final AddressFact NONE =
            new AddressFact(Optional.empty(), false, Set.of(), Optional.empty(), Optional.empty(), false, Map.of());

    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }
}
