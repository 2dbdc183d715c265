package io.urania.engine.resource.address;

import io.urania.engine.resource.file.MarkedLines;
import io.urania.engine.resource.safeguard.PlannedFile;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/** dhcpcd: Raspberry Pi OS Buster and Bullseye. What stands behind "interface" is for that one alone (dhcpcd.conf(5)), so it stands last. */
record Dhcpcd() implements Keeper {

    private static final String FILE = "/etc/dhcpcd.conf";

    @Override
    public String name() {
        return "dhcpcd";
    }

    @Override
    public boolean keeps(AddressFact fact, String link) {
        return fact.active().contains("dhcpcd") && fact.text(FILE).isPresent() && !Interfaces.has(fact, link);
    }

    @Override
    public Optional<String> refusal(AddressFact fact, String link) {
        return Optional.empty();
    }

    @Override
    public List<PlannedFile> files(AddressFact fact, String link, AddressSettings settings) {
        StringBuilder lines = new StringBuilder();
        lines.append("interface ").append(link);
        lines.append("\nstatic ip_address=").append(settings.withPrefix()).append('\n');
        settings.gateway()
                .ifPresent(gateway ->
                        lines.append("static routers=").append(gateway).append('\n'));
        if (!settings.nameServers().isEmpty()) {
            lines.append("static domain_name_servers=")
                    .append(String.join(" ", settings.nameServers()))
                    .append('\n');
        }
        MarkedLines present = MarkedLines.in(fact.text(FILE).orElse(""));
        String text = MarkedLines.ended(present.others()) + MarkedLines.block(lines.toString());
        return List.of(new PlannedFile(FILE, "644", fact.text(FILE), Optional.of(text)));
    }

    @Override
    public String entering(AddressFact fact, String link) {
        return "dhcpcd -n %s\n".formatted(Shell.quote(link));
    }
}
