package io.urania.cluster.preflight.host;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.Situation;
import io.urania.engine.fact.Question;
import java.nio.file.Path;
import java.util.List;

/** The article's rack on bare hosts, one of which differs in what a test says, and what one rule finds then. */
public final class HostFindings {
    public static final String ERATO = ArticleRack.host("erato");
    public static final String PANDORE = ArticleRack.host("pandore");
    public static final String BALANCER = ArticleRack.host("balancer");

    private final ArticleRack rack;
    private final FactsOf facts;
    private final Rule rule;

    private HostFindings(ArticleRack rack, FactsOf facts, Rule rule) {
        this.rack = rack;
        this.facts = facts;
        this.rule = rule;
    }

    public static HostFindings of(Rule rule, Path directory) {
        return of(rule, directory, "");
    }

    /**
     * The same with an inventory that says more.
     *
     * @param variables of the inventory, lines of YAML
     */
    public static HostFindings of(Rule rule, Path directory, String variables) {
        return inMode("iptables", rule, directory, variables);
    }

    /**
     * The same with another mode of kube-proxy.
     *
     * @param variables of the inventory, lines of YAML
     */
    public static HostFindings inMode(String mode, Rule rule, Path directory, String variables) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST.replace("iptables", mode) + variables);
        return new HostFindings(rack, FactsOf.bareHosts(rack), rule);
    }

    public <T> HostFindings with(String host, Question<T> question, T answer) {
        facts.with(host, question, answer);
        return this;
    }

    public HostFindings without(String host, Question<?> question) {
        facts.without(host, question);
        return this;
    }

    /** The hosts are nodes of a cluster that is as it should be. */
    public HostFindings inACluster() {
        rack.spec().controlPlane().forEach(node -> facts.cluster(node, FactsOf.finished(rack)));
        return this;
    }

    public ArticleRack rack() {
        return rack;
    }

    public List<Finding> found() {
        return rule.findings(new Situation(rack.spec(), rack.view(), facts.book()));
    }

    /** {@code error erato: what}, of each. */
    public static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        finding.level().word() + " " + finding.host().replaceAll("[.].*", "") + ": " + finding.what())
                .toList();
    }
}
