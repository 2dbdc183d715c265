package io.urania.engine.resource.address;

import io.urania.engine.resource.safeguard.PlannedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * netplan with systemd-networkd: Ubuntu. A later file's keys are added to those of an earlier one for the interface (netplan(5)), and cloud-init, which
 * writes the earlier one at each boot, is told to leave networks alone.
 */
record Netplan() implements Keeper {

    private static final String FILE = "/etc/netplan/99-urania.yaml";
    private static final String CLOUD_INIT = "/etc/cloud/cloud.cfg.d/99-urania-network.cfg";
    private static final String MADE_OF_IT = "/run/systemd/network/10-netplan-";

    @Override
    public String name() {
        return "netplan";
    }

    @Override
    public boolean keeps(AddressFact fact, String link) {
        return fact.active().contains("systemd-networkd")
                && fact.networkFile()
                        .filter(file -> file.startsWith(MADE_OF_IT))
                        .isPresent();
    }

    @Override
    public Optional<String> refusal(AddressFact fact, String link) {
        return fact.networkFile()
                .filter(file -> !file.equals(MADE_OF_IT + link + ".network"))
                .map(file -> "netplan's files in /etc/netplan have " + link
                        + " under another name than its own (" + file
                        + " is made of it), and two definitions would be for one interface");
    }

    @Override
    public List<PlannedFile> files(AddressFact fact, String link, AddressSettings settings) {
        StringBuilder text = new StringBuilder();
        text.append("network:\n  version: 2\n  ethernets:\n    ").append(link).append(":\n");
        text.append("      dhcp4: false\n");
        text.append("      addresses: [").append(settings.withPrefix()).append("]\n");
        settings.gateway()
                .ifPresent(gateway -> text.append("      routes: [{to: default, via: ")
                        .append(gateway)
                        .append("}]\n"));
        if (!settings.nameServers().isEmpty()) {
            text.append("      nameservers: {addresses: [");
            text.append(String.join(
                            ", ",
                            settings.nameServers().stream()
                                    .map(server -> "\"" + server + "\"")
                                    .toList()))
                    .append("]}\n");
        }
        List<PlannedFile> files = new ArrayList<>();
        files.add(new PlannedFile(FILE, "600", fact.text(FILE), Optional.of(text.toString())));
        if (fact.hasCloudInit()) {
            files.add(new PlannedFile(
                    CLOUD_INIT, "644", fact.text(CLOUD_INIT), Optional.of("network: {config: disabled}\n")));
        }
        return files;
    }

    @Override
    public String judging() {
        return "netplan generate\n";
    }

    @Override
    public String entering(AddressFact fact, String link) {
        return "netplan apply\n";
    }
}
