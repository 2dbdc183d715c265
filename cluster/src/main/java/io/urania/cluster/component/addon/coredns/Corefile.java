package io.urania.cluster.component.addon.coredns;

import io.urania.cluster.spec.dns.CorefileSpec;
import io.urania.cluster.spec.dns.CorefileSpec.Block;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.DnsZone;
import io.urania.cluster.value.Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Corefile (CoreDNS manual, "Configuration"), written line by line. What an inventory adds is lines of its own. */
public final class Corefile {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Begins a block, of zones or of a plugin. */
    public Corefile open(String head) {
        line(head + " {");
        depth++;
        return this;
    }

    /** Ends the block that was begun last. */
    public Corefile close() {
        depth--;
        return line("}");
    }

    /** Adds a plugin, or an option of the plugin whose block it is. */
    public Corefile line(String words) {
        text.append(INDENT.repeat(depth)).append(words).append('\n');
        return this;
    }

    /** Adds lines of the inventory's. */
    public Corefile lines(Optional<String> lines) {
        lines.ifPresent(block ->
                block.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::line));
        return this;
    }

    /** Adds plugin {@code errors}, with lines of the inventory's. */
    public Corefile errors(CorefileSpec spec) {
        Optional<String> lines = block(spec, Block.ERRORS);
        return lines.isEmpty() ? line("errors") : open("errors").lines(lines).close();
    }

    /**
     * Adds plugin {@code health}.
     *
     * @param lingerSeconds for how long names are still answered after the program was told to stop; 0 for not at all
     */
    public Corefile health(String address, int lingerSeconds) {
        return lingerSeconds == 0
                ? line("health " + address)
                : open("health " + address)
                        .line("lameduck " + lingerSeconds + "s")
                        .close();
    }

    /** Adds plugin {@code hosts}, if the inventory has lines for it. */
    public Corefile hosts(CorefileSpec spec) {
        return spec.hosts().isEmpty()
                ? this
                : open("hosts").lines(spec.hosts()).line("fallthrough").close();
    }

    /** Adds a block for each of the zones that other servers know. */
    public Corefile zones(CorefileSpec spec, int port, int cacheSeconds, Optional<Address> bind) {
        for (DnsZone zone : spec.zones()) {
            open(zone.zones().stream().map(name -> name + ":" + port).collect(Collectors.joining(" ")))
                    .errors(spec)
                    .line("log");
            bind.ifPresent(address -> line("bind " + address));
            zone.rewrites().forEach(rewrite -> line("rewrite " + rewrite));
            hosts(spec)
                    .line("forward . " + String.join(" ", zone.servers()))
                    .line("cache " + zone.cacheSeconds().orElse(cacheSeconds))
                    .line("reload")
                    .close();
        }
        return this;
    }

    /** Adds plugin {@code forward} for all names that nobody else knows. */
    public Corefile upstream(DnsSpec dns, CorefileSpec spec, List<String> options) {
        List<String> all = Stream.concat(
                        options.stream(),
                        spec.forwardOptions().entrySet().stream()
                                .map(option -> (option.getKey() + " " + option.getValue()).strip()))
                .toList();
        String head = "forward . " + Upstream.of(dns);
        return all.isEmpty()
                ? line(head)
                : open(head).lines(Optional.of(String.join("\n", all))).close();
    }

    /** Further lines for a place. */
    public static Optional<String> block(CorefileSpec spec, Block place) {
        return Optional.ofNullable(spec.blocks().get(place));
    }

    /** The cluster's domain and those that it had, as words. */
    public static String domains(DnsSpec dns, CorefileSpec spec, String suffix) {
        return Stream.concat(Stream.of(dns.domain()), spec.formerDomains().stream())
                .map(domain -> domain + suffix)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
