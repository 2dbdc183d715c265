package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.problem.InventoryException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told about inventories that cannot be right. */
class ProblemTest {
    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void startWithNoFiles() {
        files = new InventoryFiles(folder);
    }

    static Stream<Arguments> brokenHosts() {
        return Stream.of(
                Arguments.of(
                        "all:\n  hosts:\n\ta:",
                        "hosts.yaml:3:1: a tab where YAML expects spaces; YAML does not allow tabs for "
                                + "indentation; replace the tab with spaces"),
                Arguments.of(
                        "all:\n  hosts:\n    a: {x: 1}\n    a: {x: 2}",
                        "hosts.yaml:4:5: 'a' is set twice in one mapping; line 3 sets it too, and only one can be used; remove one of the two"),
                Arguments.of(
                        "all:\n  hosts:\n    a: {x: !secret 1}",
                        "hosts.yaml:3:12: unknown YAML tag '!secret'; the supported tags are !unsafe, !vault and YAML's own for text and numbers; remove the tag, or "
                                + "quote the value if it starts with '!'"),
                Arguments.of(
                        "all:\n  hosts:\n    a: {x: \"1}",
                        "hosts.yaml:4:1: a quote is never closed; close it, or remove it"),
                Arguments.of(
                        "all:\n  hosts:\n    a: b: c",
                        "hosts.yaml:3:9: a ':' where no key is allowed; the line is indented deeper than its neighbours, or the value contains ': '; "
                                + "align the line with its neighbours, or quote the value"),
                Arguments.of(
                        "all:\n  hosts:\n    a: {x: {{ y }}}",
                        "hosts.yaml:3:13: a key that is a list or a mapping; a template as a value must be in quotes, or YAML reads its braces "
                                + "as a mapping; write key: \"{{ … }}\" with the quotes"),
                Arguments.of(
                        "all:\n  host:\n    a:",
                        "hosts.yaml:2:3: 'host' is not a valid key of group 'all'; a group has hosts:, children: and vars:, and Ansible ignores "
                                + "other keys; did you mean 'hosts'?"),
                Arguments.of(
                        "all:\n  hosts:\n    - a\n    - b",
                        "hosts.yaml:3:5: hosts: of group 'all' is a value of type list; it must be a mapping; write each name with ':' after "
                                + "it, without '-'"),
                Arguments.of(
                        "a: {children: {b: {children: {c: {children: {a: }}}}}, hosts: h}",
                        "hosts.yaml:1:46: group 'a' is below itself: a → b → c → a; groups must not form a cycle; remove 'a' "
                                + "here"),
                Arguments.of(
                        "a: {hosts: {'pi[3:1]': }}",
                        "hosts.yaml:1:13: 'pi[3:1]' is not a valid host name or range; the range ends before it begins; for example pi[01:10]"),
                Arguments.of(
                        "plugin: aws_ec2",
                        "hosts.yaml:1:1: the configuration of an inventory plugin, not an inventory; Urania does not run inventory plugins; write its result "
                                + "to a file with 'ansible-inventory --list --yaml --output FILE' and use that file"),
                Arguments.of(
                        "- a",
                        "hosts.yaml:1:1: an inventory that is a value of type list; a YAML inventory is a mapping of groups; start it with "
                                + "'all:' and 'hosts:' below"));
    }

    @ParameterizedTest
    @MethodSource("brokenHosts")
    void aBrokenHostsFileIsRefusedWithThePlaceAndWhatToDo(String content, String expected) {
        files.write("hosts.yaml", content);

        assertThat(files.problems("hosts.yaml")).containsExactly(expected);
    }

    static Stream<Arguments> brokenTemplates() {
        return Stream.of(
                Arguments.of(
                        "{{ kube_versoin }}",
                        "1:8: 'kube_versoin' is undefined; it is not set for host h; did you mean 'kube_version'?"),
                Arguments.of("{{ x | lowr }}", "1:12: unknown filter 'lowr'; did you mean 'lower'?"),
                Arguments.of("{{ kube_version is strng }}", "1:24: unknown test 'strng'; did you mean 'string'?"),
                Arguments.of(
                        "{{ lookup('pipe', 'id') }}",
                        "1:8: the lookup 'pipe' is refused; an inventory must not run commands unless this is allowed; write the value "
                                + "itself, or pass --allow-pipe-lookups if you trust its author"),
                Arguments.of(
                        "{{ playbook_dir }}",
                        "1:8: 'playbook_dir' has no value; Urania reads the inventory only and runs no playbook; use inventory_dir"),
                Arguments.of("{{ kube_version", "1:8: '}}' is missing; the template ends before it; add it"),
                Arguments.of("{% if x is defined %}a", "1:8: 'if' is never closed; add {% endif %}"),
                Arguments.of("{{ [1, 2 }}", "1:14: '}' stands where ']' is needed; close the bracket"),
                Arguments.of(
                        "{{ kube_version + 1 }}",
                        "1:21: '+' is not defined between text and integer; join texts with ~, which converts, or convert with | int or | "
                                + "string"),
                Arguments.of("{{ hostvars['i'].x }}", "1:16: the inventory has no host 'i'; did you mean 'h'?"),
                Arguments.of(
                        "{{ '10.0.0.0/24' | ipaddr('nett') }}",
                        "1:24: ipaddr has no query 'nett'; did you mean 'net'?"));
    }

    @ParameterizedTest
    @MethodSource("brokenTemplates")
    void aBrokenTemplateIsRefusedWithThePlaceInIt(String template, String expected) throws Exception {
        files.write("hosts.yaml", "g: {hosts: h}")
                .write("group_vars/all/v.yml", "v: \"" + template + "\"")
                .write("group_vars/all/other.yml", "kube_version: v1.36.3");

        assertThat(problemOf("v")).isEqualTo("group_vars/all/v.yml:" + expected);
    }

    @Test
    void aPlaceInAFoldedTemplateIsOnItsOwnLine() throws Exception {
        files.write("hosts.yaml", "g: {hosts: h}")
                .write("group_vars/all.yml", "v: >-", "  {%- if true -%}", "  [{{ missing }}]", "  {%- endif -%}");

        assertThat(problemOf("v")).startsWith("group_vars/all.yml:3:7: 'missing' is undefined");
    }

    @Test
    void variablesThatNeedEachOtherAreToldWithTheWay() throws Exception {
        files.write("hosts.yaml", "g: {hosts: h}")
                .write("group_vars/all.yml", "a: '{{ b }}'", "b: 'x{{ c.d }}'", "c: {d: '{{ a }}'}");

        assertThat(problemOf("a"))
                .isEqualTo(
                        "group_vars/all.yml:1:4: the value of 'a' refers to itself: a → b → c.d → a; a at group_vars/all.yml:1:4, b at "
                                + "group_vars/all.yml:2:4, c.d at group_vars/all.yml:3:8; set one of them to a fixed value");
    }

    @Test
    void whatIsWrongInAnotherVariablesTemplateIsToldWithTheOneThatNeedsIt() throws Exception {
        files.write("hosts.yaml", "g: {hosts: h}")
                .write(
                        "group_vars/all.yml",
                        "domains: '{{ vault_domains }}'",
                        "lab: '{{ domains.lab }}'",
                        "v: 'k8s.{{ lab }}'",
                        "w: ['{{ domains.lab }}']",
                        "broken: '{{ 1 + [] }}'",
                        "u: '{{ broken }}'");

        assertThat(problemOf("domains"))
                .isEqualTo(
                        "group_vars/all.yml:1:14: 'vault_domains' is undefined; it is not set for host h; set it, or add |"
                                + " default(…)");
        assertThat(problemOf("lab"))
                .startsWith(
                        "group_vars/all.yml:1:14: 'vault_domains' is undefined; it is not set for host h; needed for lab;");
        assertThat(problemOf("v"))
                .startsWith(
                        "group_vars/all.yml:1:14: 'vault_domains' is undefined; it is not set for host h; needed for v (v → lab →"
                                + " domains);");
        assertThat(problemOf("w")).contains("; needed for w[0];");
        assertThat(problemOf("u")).startsWith("group_vars/all.yml:5:").contains("; needed for u;");
    }

    @Test
    void factsOfAnsibleAreToldAsSuch() throws Exception {
        files.write("hosts.yaml", "g: {hosts: {h: , i: }}")
                .write(
                        "group_vars/all.yml",
                        "v: '{{ ansible_default_ipv4.interface }}'",
                        "w: \"{{ hostvars['i'].ansible_eth0.ipv4 }}\"",
                        "x: \"{{ ansible_facts['hostname'] }}\"",
                        "y: '{{ ansible_usr }}'",
                        "z: '{{ ansible_default_ipv4.interface | default(\"eth0\") }}'");

        assertThat(problemOf("v"))
                .isEqualTo(
                        "group_vars/all.yml:1:8: 'ansible_default_ipv4' is a fact of Ansible and has no value; Ansible gathers facts"
                                + " from hosts; Urania reads the inventory before it connects to any host; write the value itself, for a single"
                                + " host in its host_vars, or add | default(…)");
        assertThat(problemOf("w")).contains("'ansible_eth0' is a fact of Ansible");
        assertThat(problemOf("x")).contains("'ansible_facts' is a fact of Ansible");
        assertThat(problemOf("y")).contains("'ansible_usr' is undefined");
        assertThat(files.load("hosts.yaml")
                        .variables("h")
                        .value("z")
                        .orElseThrow()
                        .plain())
                .isEqualTo("eth0");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        files.write("hosts.yaml", "g: {hosts: {h: {x: 1, x: 2}}, chidren: }")
                .write("group_vars/g.yml", "- a list")
                .write("host_vars/h.yml", "a:", "\tb: 1");

        assertThat(files.problems("hosts.yaml", "nosuch"))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("hosts.yaml:1:23: 'x' is set twice"),
                        problem -> assertThat(problem)
                                .startsWith("hosts.yaml:1:31: 'chidren' is not a valid key of group 'g'"),
                        problem -> assertThat(problem).startsWith("no inventory at nosuch"),
                        problem -> assertThat(problem)
                                .startsWith("group_vars/g.yml:1:1: the file contains a value of type list"),
                        problem -> assertThat(problem).startsWith("host_vars/h.yml:2:1: a tab"));
    }

    @Test
    void variablesForNobodyAreAWarning() {
        files.write("hosts.yaml", "masters: {hosts: h}")
                .write("group_vars/master.yml", "a: 1")
                .write("group_vars/all/x.yml", "a: 1")
                .write("host_vars/i/x.yml", "a: 1");

        assertThat(files.problems("hosts.yaml"))
                .containsExactly(
                        "group_vars/master.yml:1:1: variables for group 'master', which does not exist; they are never used; did you mean "
                                + "'masters'?",
                        "host_vars/i:1:1: variables for host 'i', which does not exist; they are never used; did you mean 'h'?");
    }

    @Test
    void filesThatAreNoTextAreRefused() throws Exception {
        Files.write(folder.resolve("latin.yaml"), "all: {hosts: {é: }}".getBytes(StandardCharsets.ISO_8859_1));
        files.write("vault.yaml", "$ANSIBLE_VAULT;1.1;AES256", "3132").write("bell.yaml", "all:", "  hosts: \u0007");

        assertThat(files.problems("latin.yaml")).first().asString().startsWith("latin.yaml:1:1: the file is not UTF-8");
        assertThat(files.problems("vault.yaml"))
                .first()
                .asString()
                .startsWith("vault.yaml:1:1: cannot open the file: corrupt Ansible Vault data");
        assertThat(files.problems("bell.yaml"))
                .first()
                .asString()
                .startsWith("bell.yaml:2:10: a character that is not allowed in text files (U+0007)");
    }

    @Test
    void aMissingInventoryIsRefused() {
        assertThat(files.problems("nosuch.yaml"))
                .containsExactly(
                        "no inventory at nosuch.yaml; no such file or directory; pass a hosts file or an inventory directory "
                                + "with -i");
    }

    @Test
    void argumentsThatAFilterDoesNotKnowAreRefused() throws Exception {
        files.write("hosts.yaml", "g: {hosts: h}")
                .write("group_vars/all.yml", "v: \"{{ 'x' | lower(1) }}\"", "w: \"{{ [1] | sort(key='a') }}\"");

        assertThat(problemOf("v"))
                .isEqualTo("group_vars/all.yml:1:14: 'lower' has too many arguments; it accepts none");
        assertThat(problemOf("w")).startsWith("group_vars/all.yml:2:14: 'sort' has no argument 'key'");
    }

    @Test
    void anAliasThatContainsItselfIsRefused() {
        files.write("hosts.yaml", "g: {hosts: {h: {x: &x [*x]}}}");

        assertThat(files.problems("hosts.yaml")).singleElement().asString().contains("contains itself");
    }

    private String problemOf(String variable) throws Exception {
        List<String> problems = new ArrayList<>();
        try {
            files.load("hosts.yaml").variables("h").value(variable);
        } catch (InventoryException refused) {
            refused.problems()
                    .forEach(problem -> problems.add(problem.toString().replace(folder + "/", "")));
        }
        return String.join("\n", problems);
    }
}
