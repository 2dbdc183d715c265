package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Address;
import io.urania.cluster.value.ResolvConfMode;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;

/** How hosts themselves find names. */
public final class ResolverVariables {
    private static final String PLACES =
            "every host: systemd-resolved, NetworkManager, resolvconf, dhcpcd or /etc/resolv.conf, whichever the host has";
    private static final String OF_THE_LIBRARY =
            "every host on which a name server, search domain or option is set: option %s of resolv.conf; systemd-resolved has no such setting";

    /** As resolv.conf and shell take it: the underscore is in many domains of offices. */
    private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

    private static final String DOMAIN = "(?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*";

    /** Kubespray's, and what its sample sets in every inventory: no wish. */
    public static final int USUAL_NDOTS = 2;

    public static final int USUAL_TIMEOUT = 2;
    public static final int USUAL_ATTEMPTS = 2;

    public static final Variable<ResolvConfMode> MODE = variable(
                    "resolvconf_mode", ChoiceTypes.choice(ResolvConfMode.class))
            .scope(Scope.HOST)
            .means("whether hosts find names as the inventory says")
            .does(
                    "none: hosts keep their name servers, whatever else is set. host_resolvconf and docker_dns: with nameservers, searchdomains, or an"
                            + " option other than Kubespray's default, hosts get them, and nodes ask the cluster's DNS first where"
                            + " upstream_dns_servers or nameservers say who knows all other names; without, hosts keep theirs. Pods get the"
                            + " cluster's DNS from their kubelet in any case")
            .otherwise(ResolvConfMode.HOST_RESOLV_CONF);

    public static final Variable<List<Address>> NAME_SERVERS = variable(
                    "nameservers", CollectionTypes.listOf(ClusterTypes.address()))
            .scope(Scope.HOST)
            .means("name servers of the hosts, asked before those that a host has by itself")
            .does(
                    PLACES
                            + ". If all nodes have the same and upstream_dns_servers is empty, also the forward line of CoreDNS' Corefile")
            .otherwise(List.of(), "those that the host has");

    public static final Variable<List<String>> SEARCH_DOMAINS = variable(
                    "searchdomains",
                    CollectionTypes.listOf(ScalarTypes.matching("a domain such as example.org", DOMAIN, "example.org")))
            .scope(Scope.HOST)
            .means("search domains of the hosts, instead of those that a host has by itself")
            .does(PLACES + "; on nodes that ask the cluster's DNS after the cluster's own")
            .otherwise(List.of(), "those that the host has");

    public static final Variable<Boolean> WITHOUT_CLUSTER_DOMAINS = variable(
                    "remove_default_searchdomains", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether nodes do without the cluster's search domains")
            .does(
                    "with true, nodes that ask the cluster's DNS do not look names up in default.svc. and svc. of dns_domain")
            .otherwise(false);

    public static final Variable<Boolean> WITHOUT_OWN_SERVERS = variable(
                    "disable_host_nameservers", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether hosts ask only the name servers of the inventory")
            .does(
                    "with true, a host's own name servers, as from DHCP, are not asked after (systemd-resolved: beside) those of the inventory;"
                            + " with NetworkManager they never are, and with resolvconf and dhcpcd always")
            .otherwise(false);

    public static final Variable<Integer> NDOTS = variable("ndots", ScalarTypes.integer(0, 15))
            .scope(Scope.HOST)
            .means("number of dots from which a host first looks a name up as it is")
            .does(OF_THE_LIBRARY.formatted("ndots") + ". Pods always have ndots:5, which is built into kubelet")
            .otherwise(USUAL_NDOTS);

    public static final Variable<Integer> TIMEOUT = variable("dns_timeout", ScalarTypes.integer(1, 30))
            .scope(Scope.HOST)
            .means("seconds after which a host asks the next name server")
            .does(OF_THE_LIBRARY.formatted("timeout"))
            .otherwise(USUAL_TIMEOUT);

    public static final Variable<Integer> ATTEMPTS = variable("dns_attempts", ScalarTypes.integer(1, 5))
            .scope(Scope.HOST)
            .means("how often a host asks its name servers")
            .does(OF_THE_LIBRARY.formatted("attempts"))
            .otherwise(USUAL_ATTEMPTS);

    public static final List<Variable<?>> ALL = List.of(
            MODE, NAME_SERVERS, SEARCH_DOMAINS, WITHOUT_CLUSTER_DOMAINS, WITHOUT_OWN_SERVERS, NDOTS, TIMEOUT, ATTEMPTS);

    private ResolverVariables() {}
}
