package io.urania.engine.resource.address;

import io.urania.engine.resource.safeguard.PlannedFile;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/** systemd-networkd: Arch Linux. Of its files the first one that fits an interface counts, by their names (systemd.network(5)). */
record Networkd() implements Keeper {

    private static final String NAME = "05-urania-";

    @Override
    public String name() {
        return "systemd-networkd";
    }

    private static String file(String link) {
        return "/etc/systemd/network/" + NAME + link + ".network";
    }

    @Override
    public boolean keeps(AddressFact fact, String link) {
        return fact.active().contains("systemd-networkd") && fact.networkFile().isPresent();
    }

    @Override
    public Optional<String> refusal(AddressFact fact, String link) {
        return fact.networkFile()
                .filter(file -> file.substring(file.lastIndexOf('/') + 1).compareTo(NAME + link) < 0)
                .map(file -> file + " comes before Urania's file, and only the first one counts");
    }

    @Override
    public List<PlannedFile> files(AddressFact fact, String link, AddressSettings settings) {
        StringBuilder text = new StringBuilder();
        text.append("[Match]\nName=").append(link);
        text.append("\n\n[Network]\nAddress=").append(settings.withPrefix()).append('\n');
        settings.gateway()
                .ifPresent(gateway -> text.append("Gateway=").append(gateway).append('\n'));
        settings.nameServers()
                .forEach(server -> text.append("DNS=").append(server).append('\n'));
        return List.of(new PlannedFile(file(link), "644", fact.text(file(link)), Optional.of(text.toString())));
    }

    @Override
    public String entering(AddressFact fact, String link) {
        // Before systemd 244 there was neither of the two.
        return "if ! networkctl reload 2>/dev/null || ! networkctl reconfigure %s; then systemctl restart systemd-networkd.service; fi\n"
                .formatted(Shell.quote(link));
    }
}
