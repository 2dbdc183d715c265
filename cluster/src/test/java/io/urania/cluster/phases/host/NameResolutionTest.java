package io.urania.cluster.phases.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phase.ResolvConfChoice;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.spec.dns.ResolverSpec;
import io.urania.cluster.value.Address;
import io.urania.engine.fact.Facts;
import io.urania.engine.network.NameServersFact;
import io.urania.engine.network.NameServersProbe;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Reason;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.resolver.ResolverFact;
import io.urania.engine.resource.resolver.ResolverProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameResolutionTest {

    private static final String ON = "resolvconf_mode: host_resolvconf\nupstream_dns_servers: []\n";
    private static final String SERVERS = ON + "nameservers: [10.0.0.53]\nsearchdomains: [example.org]\n";

    @TempDir
    Path directory;

    @Test
    void hostsGetTheInventorysServersAndNodesTheClusterBeforeThem() {
        ArticleRack rack = rack(SERVERS);
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(text(plan, "erato", "name resolution")).isEqualTo("""
                # BEGIN urania
                nameserver 10.0.0.53
                # END urania
                # BEGIN urania
                search example.org
                options ndots:2 timeout:2 attempts:2
                # END urania
                """);
        assertThat(text(plan, "erato", "names of the cluster"))
                .isEqualTo("""
                # BEGIN urania
                nameserver 169.254.25.10
                nameserver 10.0.0.53
                # END urania
                # BEGIN urania
                search default.svc.cluster.local svc.cluster.local example.org
                options ndots:2 timeout:2 attempts:2
                # END urania
                """.replace("cluster.local", rack.spec().dns().domain()));
        assertThat(rack.tasks()).noneMatch(task -> task.id().equals(id("balancer", "names of the cluster")));
        assertThat(change(plan, "erato", "name resolution").reasons())
                .extracting(Reason::variable)
                .contains("nameservers", "searchdomains");
    }

    /** Otherwise CoreDNS would ask hosts that ask CoreDNS, and pods that are to do without it would ask it. */
    @Test
    void whereNodesAskTheClusterNobodyInItAsksNodes() {
        ArticleRack rack = rack(SERVERS);

        assertThat(rack.spec().dns().upstreamServers()).containsExactly(new Address("10.0.0.53"));
        assertThat(rack.file(
                        "erato",
                        ResolvConfChoice.OF_INVENTORY,
                        Facts.of("erato").build()))
                .isEqualTo("nameserver 10.0.0.53\nsearch example.org\noptions timeout:2 attempts:2\n");
        assertThat(kubelet(rack)).contains("resolvConf: /etc/kubernetes/resolv.conf");
        assertThat(needs(rack, "erato", "names of the cluster"))
                .contains(
                        id("erato", "service kubelet.service"),
                        id("erato", "name resolution"),
                        id("pandore", "manifest coredns"),
                        id("pandore", "manifest node-local-dns"));
    }

    @Test
    void serversUpstreamAreTheOthersWhereTheInventoryNamesNoneForHosts() {
        ArticleRack rack = rack("resolvconf_mode: host_resolvconf\nupstream_dns_servers: [10.0.0.9]\ndns_timeout: 3\n");

        ResolverSpec node = rack.spec().resolvers().get(ArticleRack.host("erato"));
        assertThat(node.cluster()).containsExactly(new Address("169.254.25.10"));
        assertThat(node.servers()).containsExactly(new Address("10.0.0.9"));
        assertThat(node.timeout()).isEqualTo(3);
    }

    @Test
    void withoutTheCacheNodesAskTheService() {
        ArticleRack rack = rack(SERVERS + "enable_nodelocaldns: false\n");

        assertThat(rack.spec().resolvers().get(ArticleRack.host("erato")).cluster())
                .isEqualTo(rack.spec().dns().services());
    }

    @Test
    void whoKnowsOtherNamesMustBeKnownBeforeNodesAskTheCluster() {
        for (String variables : List.of(
                ON + "searchdomains: [example.org]\n",
                ON + "nameservers: [127.0.0.1]\n",
                ON + "nameservers: ['{{ \"10.0.0.1\" if \"erato\" in inventory_hostname else \"10.0.0.2\" }}']\n")) {
            ArticleRack rack = rack(variables);

            assertThat(rack.spec().resolvers()).isNotEmpty();
            assertThat(rack.spec().resolvers().values()).noneMatch(ResolverSpec::asksCluster);
            assertThat(rack.spec().dns().upstreamServers()).isEmpty();
            assertThat(kubelet(rack)).contains("resolvConf: /etc/resolv.conf");
            assertThat(rack.tasks()).noneMatch(task -> task.id().name().equals("names of the cluster"));
        }
    }

    @Test
    void packagesAreInstalledWithTheInventorysServers() {
        ArticleRack rack = rack(SERVERS + "ntp_enabled: true\n");

        assertThat(needs(rack, "erato", "packages for kubernetes")).contains(id("erato", "name resolution"));
        assertThat(needs(rack, "erato", "packages for the clock")).contains(id("erato", "name resolution"));
        assertThat(needs(rack, "balancer", "packages for the load balancer"))
                .contains(id("balancer", "name resolution"));
    }

    @Test
    void aSecondApplyHasNothingToDo() {
        ArticleRack rack = rack(SERVERS);

        assertThat(rack.plan(FactsOf.finishedHosts(rack).book()).changes()).isEmpty();
    }

    @Test
    void whatIsNotAskedForAnyMoreIsTakenBack() {
        ArticleRack rack = rack(SERVERS);
        FactsOf with = FactsOf.finishedHosts(rack);
        ResolverFact told = with.book().of(ArticleRack.host("erato")).answer(ResolverProbe.QUESTION);

        for (String variables : List.of("resolvconf_mode: none\nnameservers: [10.0.0.53]\n", ON)) {
            ArticleRack without = rack(variables);
            FactsOf facts =
                    FactsOf.finishedHosts(without).with(ArticleRack.host("erato"), ResolverProbe.QUESTION, told);

            assertThat(without.plan(facts.book()).changes()).singleElement().satisfies(change -> {
                assertThat(change.id()).isEqualTo(id("erato", "name resolution"));
                assertThat(change.difference().title()).startsWith("remove Urania's settings of name resolution");
            });
        }
    }

    @Test
    void theSampleOfKubespraysInventoryChangesNothing() {
        ArticleRack rack = rack("resolvconf_mode: host_resolvconf\nndots: 2\nupstream_dns_servers: [10.0.0.9]\n");
        FactsOf facts = FactsOf.finishedHosts(rack);
        ResolverFact any = new ResolverFact(
                Optional.of("/run/systemd/resolve/stub-resolv.conf"),
                Set.of("systemd-resolved"),
                Map.of("/etc/resolvconf.conf", "# mine\n"),
                true,
                List.of("192.168.1.1"),
                false);
        rack.spec().hosts().forEach(host -> facts.with(host.name(), ResolverProbe.QUESTION, any));

        assertThat(rack.plan(facts.book()).changes()).isEmpty();
    }

    private ArticleRack rack(String variables) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + variables);
    }

    private static String kubelet(ArticleRack rack) {
        return rack.file(
                "erato",
                "/etc/kubernetes/kubelet.yaml",
                FactsOf.bareHosts(rack)
                        .with(
                                ArticleRack.host("erato"),
                                NameServersProbe.in("/etc/resolv.conf"),
                                new NameServersFact.Servers(List.of("192.168.1.1")))
                        .book()
                        .of(ArticleRack.host("erato")));
    }

    private static Set<TaskId> needs(ArticleRack rack, String host, String task) {
        return rack.tasks().stream()
                .filter(one -> one.id().equals(id(host, task)))
                .findFirst()
                .orElseThrow()
                .needs();
    }

    private static Change change(Plan plan, String host, String task) {
        return plan.changes().stream()
                .filter(one -> one.id().equals(id(host, task)))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Plan plan, String host, String task) {
        return change(plan, host, task).difference().after() instanceof State.Content content
                ? content.text().orElse("")
                : "";
    }

    private static TaskId id(String host, String task) {
        return new TaskId(ArticleRack.host(host), task);
    }
}
