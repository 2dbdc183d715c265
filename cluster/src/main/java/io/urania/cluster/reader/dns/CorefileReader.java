package io.urania.cluster.reader.dns;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.dns.CorefileSpec;
import io.urania.cluster.spec.dns.CorefileSpec.Block;
import io.urania.cluster.spec.dns.DnsZone;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.CorefileVariables;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what an inventory adds to how names are resolved. */
final class CorefileReader {

    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(?::\\d{1,5})?");
    private static final Pattern SERVER = Pattern.compile("(?:(?:tls|dns)://)?[A-Za-z0-9.:\\[\\]%_-]+");
    private static final Pattern REWRITE = Pattern.compile("[^\\p{Cntrl}{}\\x{d800}-\\x{dfff}]+");
    private static final String EXAMPLE =
            "write '- zones: [example.com]', and below it 'nameservers: [192.0.2.1]' and 'cache: 30'";

    private final Source source;

    CorefileReader(Source source) {
        this.source = source;
    }

    CorefileSpec coreDns() {
        Map<Block, String> blocks = new EnumMap<>(Block.class);
        add(Block.ADDITIONAL, CorefileVariables.ADDITIONAL, blocks);
        add(Block.ERRORS, CorefileVariables.ERRORS, blocks);
        add(Block.REWRITE, CorefileVariables.REWRITE, blocks);
        add(Block.CACHE, CorefileVariables.CACHE, blocks);
        List<String> options = source.get(CorefileVariables.KUBERNETES_OPTIONS);
        if (!options.isEmpty()) {
            blocks.put(Block.KUBERNETES, String.join("\n", options));
        }
        return corefile(CorefileVariables.ZONES, blocks);
    }

    CorefileSpec cache() {
        Map<Block, String> blocks = new EnumMap<>(Block.class);
        add(Block.ADDITIONAL, CorefileVariables.CACHE_ADDITIONAL, blocks);
        return corefile(CorefileVariables.CACHE_ZONES, blocks);
    }

    private CorefileSpec corefile(Variable<List<Object>> zones, Map<Block, String> blocks) {
        return new CorefileSpec(
                zones(zones),
                source.get(CorefileVariables.FORMER_DOMAINS),
                source.find(CorefileVariables.HOSTS),
                source.get(CorefileVariables.FORWARD_OPTIONS),
                blocks);
    }

    private void add(Block place, Variable<String> variable, Map<Block, String> blocks) {
        source.find(variable).ifPresent(lines -> blocks.put(place, lines));
    }

    private List<DnsZone> zones(Variable<List<Object>> variable) {
        List<DnsZone> zones = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Object element : source.get(variable)) {
            Map<?, ?> fields = (Map<?, ?>) element;
            List<String> names = words(fields, "zones", ZONE, variable).stream()
                    // The port is that of the server, whatever an inventory has.
                    .map(zone -> zone.replaceFirst(":\\d+$", ""))
                    .toList();
            if (!known.addAll(names)) {
                refused(variable, "a zone is listed twice", "CoreDNS starts only if each zone has one block");
            }
            List<String> servers = words(fields, "nameservers", SERVER, variable);
            List<String> rewrites =
                    fields.containsKey("rewrite") ? words(fields, "rewrite", REWRITE, variable) : List.of();
            if (!names.isEmpty() && !servers.isEmpty()) {
                zones.add(new DnsZone(names, servers, seconds(fields, variable), rewrites));
            }
        }
        return zones;
    }

    private OptionalInt seconds(Map<?, ?> fields, Variable<?> variable) {
        Optional<String> cache = Optional.ofNullable(fields.get("cache")).map(Object::toString);
        if (cache.isPresent() && !cache.get().matches("\\d{1,6}")) {
            refused(variable, "cache of a zone is '" + cache.get() + "'", "it is a number of seconds");
            return OptionalInt.empty();
        }
        return cache.map(Integer::parseInt).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private List<String> words(Map<?, ?> fields, String field, Pattern pattern, Variable<?> variable) {
        List<String> words = fields.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        if (words.isEmpty()
                || !words.stream().allMatch(word -> pattern.matcher(word).matches())) {
            refused(
                    variable,
                    "a zone has " + (words.isEmpty() ? "no " + field : field + " that cannot be used"),
                    "each block has lists of zones and of nameservers, as CoreDNS takes them");
            return List.of();
        }
        return words;
    }

    private void refused(Variable<?> variable, String what, String why) {
        source.error(source.position(variable), variable.name() + ": " + what, why, EXAMPLE);
    }
}
