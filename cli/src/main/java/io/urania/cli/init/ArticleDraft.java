package io.urania.cli.init;

import io.urania.control.failure.Refusal;
import io.urania.lab.inventory.ArticleInventory;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The article's inventory, with the addresses that its hosts have in the article's network and with its load balancer. */
public final class ArticleDraft {
    private static final String NOTE = """
            # The addresses are those of the article's network: put in your own, or remove them where DNS knows the names.
            """;

    private ArticleDraft() {}

    /**
     * What another version than the article's asks for.
     *
     * @throws Refusal if it cannot be deployed
     */
    public static Map<String, String> settingsFor(String kubernetes) throws Refusal {
        String version = DraftSettings.kubernetes(kubernetes);
        return DraftSettings.hasIpvs(version)
                ? Map.of("kube_version", version)
                : Map.of("kube_version", version, "kube_proxy_mode", "iptables");
    }

    /**
     * Texts by their paths below the inventory's folder.
     *
     * @param settings values that take the place of the article's, by variable
     */
    public static SortedMap<String, String> files(Map<String, String> settings) throws IOException {
        SortedMap<String, String> files = ArticleInventory.files();
        files.computeIfPresent(
                DraftFiles.HOSTS, (_, text) -> text.replaceFirst("(?m)^all:", Matcher.quoteReplacement(NOTE + "all:")));
        for (RackNode node : ArticleInventory.nodes(RackNetwork.ARTICLE)) {
            files.computeIfPresent(DraftFiles.HOSTS, (_, text) -> addressed(text, node));
        }
        RackNode balancer = ArticleInventory.balancer(RackNetwork.ARTICLE);
        files.computeIfPresent(
                DraftFiles.HOSTS,
                (_, text) -> text.stripTrailing() + """

                        # HAProxy, on a machine of its own in front of the API servers.
                        loadbalancer:
                          hosts:
                            %s:
                              ansible_host: %s
                    """.formatted(balancer.name(), balancer.address()));
        settings.forEach((name, value) -> files.replaceAll((_, text) -> set(text, name, value)));
        return files;
    }

    private static String addressed(String text, RackNode node) {
        String line = "    " + node.name() + ":\n";
        return text.replaceFirst(
                "(?m)^" + Pattern.quote(line),
                Matcher.quoteReplacement(line + "      ansible_host: " + node.address() + "\n"));
    }

    private static String set(String text, String name, String value) {
        return text.replaceAll(
                "(?m)^" + Pattern.quote(name) + ": .*$",
                Matcher.quoteReplacement(name + ": " + DraftFiles.scalar(value)));
    }
}
