package io.urania.engine.resource.address;

import io.urania.engine.resource.safeguard.PlannedFile;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * NetworkManager: Raspberry Pi OS since Bookworm. A profile of its own comes before all others (nm-settings-keyfile(5), nm-settings(5),
 * "connection.autoconnect-priority"); the former one stays beside it.
 */
record NetworkManager() implements Keeper {

    private static final String HIGHEST_PRIORITY = "999";

    @Override
    public String name() {
        return "NetworkManager";
    }

    private static String file(String link) {
        return "/etc/NetworkManager/system-connections/" + profile(link) + ".nmconnection";
    }

    private static String profile(String link) {
        return "urania-" + link;
    }

    @Override
    public boolean keeps(AddressFact fact, String link) {
        return fact.active().contains("NetworkManager")
                && fact.managed()
                        .filter(managed -> managed.state().startsWith("connected")
                                && !managed.state().contains("externally"))
                        .isPresent();
    }

    @Override
    public Optional<String> refusal(AddressFact fact, String link) {
        return fact.managed()
                .filter(managed -> !managed.type().equals("ethernet"))
                .map(managed -> link + " is of type " + managed.type()
                        + ": its profile in NetworkManager has more than addresses, as the network's password");
    }

    @Override
    public List<PlannedFile> files(AddressFact fact, String link, AddressSettings settings) {
        StringBuilder text = new StringBuilder();
        text.append("[connection]\nid=").append(profile(link));
        text.append("\ntype=ethernet\ninterface-name=").append(link);
        text.append("\nautoconnect-priority=").append(HIGHEST_PRIORITY);
        text.append("\n\n[ipv4]\nmethod=manual\naddress1=").append(settings.withPrefix());
        settings.gateway().ifPresent(gateway -> text.append(',').append(gateway));
        text.append('\n').append(servers(settings.nameServers(false)));
        text.append("\n[ipv6]\nmethod=auto\n").append(servers(settings.nameServers(true)));
        return List.of(new PlannedFile(file(link), "600", fact.text(file(link)), Optional.of(text.toString())));
    }

    private static String servers(List<String> servers) {
        return servers.isEmpty() ? "" : "dns=" + String.join(";", servers) + ";\n";
    }

    @Override
    public String entering(AddressFact fact, String link) {
        String former = fact.managed()
                .map(AddressFact.Managed::connection)
                .filter(connection -> !connection.isEmpty() && !connection.equals(profile(link)))
                .map(connection -> "nmcli --wait 30 connection up id " + Shell.quote(connection) + " || ")
                .orElse("");
        return """
                nmcli connection reload
                if [ -f %s ]; then
                    nmcli --wait 30 connection up id %s
                else
                    %snmcli --wait 30 device connect %s
                fi
                """.formatted(Shell.quote(file(link)), Shell.quote(profile(link)), former, Shell.quote(link));
    }
}
