package io.urania.cluster.preflight.access;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.address.AddressFact;
import io.urania.engine.resource.address.AddressProbe;
import io.urania.engine.resource.address.AddressSettings;
import io.urania.engine.resource.address.StaticAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A host keeps without DHCP only an address that it has, by somebody who can be told, and without losing its way to everything else. */
record UnkeptAddress() implements HostRule {

    @Override
    public String id() {
        return "static-address";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "`static_address` is not an address that the host has now, whoever configures its interface cannot be told, or `static_gateway` is missing",
                "the host would be at another address than the one where Urania looks for it, or without its default route",
                "give the host the address first: at the DHCP server or on its card, and in `ansible_host`; set `static_gateway`",
                "interfaces(5), dhcpcd.conf(5), nm-settings-keyfile(5), netplan(5), systemd.network(5)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return spec.access(host)
                .address()
                .<List<Question<?>>>map(settings -> List.of(AddressProbe.of(settings.address())))
                .orElse(List.of());
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        Optional<AddressSettings> asked = situation.spec().access(host).address();
        if (asked.isEmpty()) {
            return List.of();
        }
        AddressSettings settings = asked.get();
        AddressFact fact = facts.answer(AddressProbe.of(settings.address()));
        List<Finding> findings = new ArrayList<>();
        StaticAddress.refusal(fact, settings.address())
                .ifPresent(why -> findings.add(
                        fact.link().isEmpty() ? another(host, settings, why) : untold(host, settings, why)));
        if (fact.isDefault() && settings.gateway().isEmpty()) {
            findings.add(error(
                    host.name(),
                    "static_gateway is not set, and the default route goes by "
                            + fact.link().orElse("the interface of static_address"),
                    "without DHCP the host would have none",
                    "set static_gateway; on the host: ip route show default"));
        }
        return findings;
    }

    private Finding another(HostSpec host, AddressSettings settings, String why) {
        return error(
                host.name(),
                "static_address is " + settings.withPrefix() + ", and " + why,
                "Urania keeps the address that a host has, and does not give it another one: it would not find it again",
                "give the host the address first, at the DHCP server or on its card, and set ansible_host to it; or correct"
                        + " static_address");
    }

    private Finding untold(HostSpec host, AddressSettings settings, String why) {
        return error(
                host.name(),
                "static_address is " + settings.withPrefix() + ", and " + why,
                "what Urania wrote would not count, or something else would be lost",
                "make the address static by hand, or reserve it at the DHCP server; then remove static_address");
    }
}
