package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.reader.ArticleFiles;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.registry.Variables;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.UnfitValue;
import io.urania.engine.batch.Payload;
import io.urania.engine.plan.Change;
import io.urania.engine.transport.Password;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.TextValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody writes as the value of a variable is refused with its line, or is read as that value in the files that hosts get. A
 * seed makes the same values each time; {@code -Durania.seed} gives another one.
 */
class HostileValuesTest {
    private static final long SEED = Long.getLong("urania.seed", 12);

    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "\\",
            "\n",
            "\r\n",
            "\0",
            "\t",
            "\u0007",
            "\u001b[31m",
            "\u007f",
            "\u0085",
            "\u009b",
            "\ud83d",
            "\u2028",
            "%n",
            "%%",
            "..",
            "/../",
            "/./",
            "//",
            "{{",
            "{{ 1 }}",
            "{%",
            "}}",
            "{#",
            "$(id)",
            "`id`",
            "${HOME}",
            "$HOME",
            "#",
            " #",
            ";",
            ":",
            ": x",
            ",",
            "=",
            "@",
            "@IMAGE@",
            "&a",
            "*a",
            "!x",
            "|",
            ">",
            "<",
            "[",
            "]",
            "{",
            "}",
            "-",
            "- x",
            "--",
            "~",
            "?",
            " ",
            "é",
            "😀",
            "\u202e",
            "\n  x: 1",
            "\"\n[x]\ny = 1\n#",
            "\n---\nkind: Pod\n",
            "\n[Service]\nExecStart=/bin/id",
            "'''",
            "\"\"\"",
            "[[x]]",
            "(?",
            "x*");

    private static final Pattern ONE = Pattern.compile("\\{\\{\\s*1\\s*\\}\\}");

    /** What switches on that which some variables are about. */
    private static final String SWITCHES = ArticleRack.NEWEST
            + "enable_coredns_k8s_external: true\nmetrics_server_enabled: true\nenable_nodelocaldns: true\n"
            + "kubernetes_audit: true\nkube_pod_security_use_default: true\n"
            + "kubernetes_audit_webhook: true\naudit_webhook_server_url: https://audit.example\n"
            + "kube_oidc_auth: true\nkube_oidc_url: https://oidc.example\nkube_oidc_client_id: example\n"
            + "kube_webhook_token_auth: true\nkube_webhook_token_auth_url: https://tokens.example\n"
            + "kube_encrypt_secret_data: true\nkube_encrypt_token: abcdefghijklmnopqrstuvwxyz012345\n"
            + "kubelet_systemd_hardening: true\nkubelet_rotate_server_certificates: true\n"
            + "containerd_tracing_enabled: true\nkubelet_tracing: true\nkube_apiserver_tracing: true\n"
            + "etcd_experimental_enable_distributed_tracing: true\netcd_events_cluster_enabled: true\nkube_reserved: true\nsystem_reserved: true\n"
            + "ntp_enabled: true\nntp_manage_config: true\nntp_filter_interface: true\nntp_interfaces: [ignore wildcard]\n"
            + "ntp_timezone: Etc/UTC\nauto_renew_certificates: true\n"
            + "kube_apiserver_enable_admission_plugins: [PodNodeSelector]\n"
            + "resolvconf_mode: host_resolvconf\nnameservers: [10.0.0.53]\n"
            + "dns_mode: coredns_dual\nenable_nodelocaldns_secondary: true\n";

    /** Values that no other variable has, by its name or by what it takes. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("an absolute path", "/opt/example/xyz"),
            Map.entry("a DNS name in lower case", "xyz.example"),
            Map.entry("a path", "xyz/example"),
            Map.entry("a name", "xyz-name"),
            Map.entry("node_taints", "xyz=example:NoSchedule"),
            Map.entry("kubelet_config_extra_args", "xyzExample"),
            Map.entry("kube_encryption_resources", "xyzs.example"),
            Map.entry("old_dns_domains", "xyz.example"),
            Map.entry("searchdomains", "xyz.example"),
            Map.entry("sshd_further_settings", "xyzExample"),
            Map.entry("apiserver_extra_volumes", "/opt/example/volume"),
            Map.entry("a list, each element a DNS name in lower case or an IP address", "xyz.example"));

    /** Where a value stands in that of a variable of more than one. */
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            Map.entry("sshd_further_settings", List.of("{Xyz: %s}", "{%s: xyz}")),
            Map.entry("node_labels", List.of("{xyz: %s}", "{%s: xyz}")),
            Map.entry("additional_sysctl", List.of("[{name: kernel.xyz, value: %s}]")),
            Map.entry("audit_policy_custom_rules", List.of("[{level: None, users: [%s]}]")),
            Map.entry("audit_webhook_server_extra_args", List.of("{tls-server-name: %s}")),
            Map.entry("eviction_hard", List.of("{memory.available: %s}")),
            Map.entry("kube_kubeadm_apiserver_extra_args", List.of("{goaway-chance: %s}")),
            Map.entry("kubelet_config_extra_args", List.of("{xyz: %s}", "{%s: xyz}")),
            Map.entry("containerd_config.registries", registries()),
            Map.entry("containerd_insecure_registries", registries()),
            Map.entry("coredns_external_zones", List.of("[{zones: [%s], nameservers: [192.0.2.1]}]")),
            Map.entry("nodelocaldns_external_zones", List.of("[{zones: [a.example], nameservers: [%s]}]")),
            Map.entry("containerd_additional_runtimes", List.of("[{name: xyz, type: /opt/xyz, options: {Xyz: %s}}]")),
            Map.entry("containerd_extra_runtime_args", List.of("{xyz: %s}", "{%s: xyz}")),
            Map.entry("containerd_default_base_runtime_spec_patch", List.of("{cwd: %s}", "{%s: xyz}")),
            Map.entry("containerd_base_runtime_specs", List.of("{xyz.json: {cwd: %s}}")),
            Map.entry("kube_scheduler_profiles", List.of("[{schedulerName: %s}]")),
            Map.entry("kube_scheduler_extenders", List.of("[{urlPrefix: %s}]")),
            Map.entry("kube_scheduler_leader_elect_extra_opts", List.of("{resourceName: %s}")),
            Map.entry("kube_scheduler_config_extra_opts", List.of("{xyz: %s}", "{%s: xyz}")),
            Map.entry("kube_resource_quota_limited_resources", List.of("[{resource: %s}]")),
            Map.entry("apiserver_extra_volumes", List.of("[{name: xyz, hostPath: /xyz/example, mountPath: %s}]")),
            Map.entry("dns_extra_tolerations", List.of("[{key: %s}]")),
            Map.entry("metrics_server_extra_tolerations", List.of("[{key: %s}]")),
            Map.entry("metrics_server_extra_affinity", List.of("{nodeAffinity: {xyz: %s}}")),
            Map.entry("metrics_server_nodeselector", List.of("{xyz: %s}", "{%s: xyz}")),
            Map.entry("etcd_extra_vars", List.of("{ETCD_MAX_TXN_OPS: %s}")));

    /** What is of no host's file, or would need other hosts. */
    private static final Set<String> ELSEWHERE = Set.of(
            "kube_version",
            "etcd_member_name",
            "kube_resolv_conf",
            "credentials_dir",
            "artifacts_dir",
            "urania_without",
            // Names, keys and hashes: HostUsersTypeTest.
            "host_users",
            "root_password_hash",
            // TOML: TomlTypeTest.
            "containerd_extra_args",
            // Lines of a Corefile: they are what they are for CoreDNS alone.
            "coredns_additional_configs",
            "coredns_additional_error_config",
            "coredns_rewrite_block",
            "coredns_default_zone_cache_block",
            "nodelocaldns_additional_configs",
            "dns_etchosts",
            "dns_upstream_forward_extra_opts");

    @TempDir
    private Path directory;

    private record Case(Variable<?> variable, String form, String example) {

        String yaml(String value) {
            String[] names = variable.name().split("\\.", -1);
            String nested = form.formatted(quoted(value));
            for (int index = names.length - 1; index > 0; index--) {
                nested = "{" + names[index] + ": " + nested + "}";
            }
            return names[0] + ": " + nested + "\n";
        }

        @Override
        public String toString() {
            return variable.name() + ": " + form;
        }
    }

    @Test
    void aValueIsRefusedWithItsLineOrReadAsItIs() throws Exception {
        judge(SEED, 3);
    }

    @Test
    @Tag("nightly")
    void valuesOfTonightToo() throws Exception {
        judge(Long.getLong("urania.seed", new SecureRandom().nextLong()), 40);
    }

    @Test
    void ofAllOtherValuesSomethingIsMadeThatHasNoQuotes() {
        Random random = new Random(SEED);
        for (Variable<?> variable : Variables.all()) {
            if (variable.hasEffect() && variable.type().shape() instanceof Shape.Text text) {
                for (int attempt = 0; attempt < 300; attempt++) {
                    String value = spoilt(
                            text.examples().isEmpty() ? "12" : text.examples().getFirst(), random);
                    read(variable, value)
                            .filter(read -> !(read instanceof String) && !(read instanceof List<?>))
                            .filter(read -> !(read instanceof Password))
                            .ifPresent(read -> assertThat(read.toString())
                                    .as(variable.name())
                                    .matches("[A-Za-z0-9._:/+ -]*"));
                }
            }
        }
    }

    private void judge(long seed, int most) throws Exception {
        Random random = new Random(seed);
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThan(25);
        for (Case one : cases) {
            Map<String, List<String>> expected = rendered(one.yaml(one.example()), one.example());
            for (String value : values(one, random, most)) {
                String about = "seed %d, %s, with %s".formatted(seed, one, quoted(value));
                List<Problem> problems = problems(one.yaml(value));
                if (problems.isEmpty()) {
                    Map<String, List<String>> read = rendered(one.yaml(value), kept(one, value));
                    assertThat(read.keySet()).as(about).isEqualTo(expected.keySet());
                    expected.forEach((file, lines) ->
                            assertThat(read.get(file)).as(about + " in " + file).isEqualTo(lines));
                } else {
                    assertThat(problems)
                            .as(about)
                            .allSatisfy(
                                    problem -> assertThat(problem.position()).isNotNull());
                }
            }
        }
    }

    /** Some that the variable's type takes, and one that it does not. */
    private static Set<String> values(Case one, Random random, int most) {
        Set<String> values = new LinkedHashSet<>();
        boolean refused = false;
        for (int attempt = 0; attempt < most * 100 && values.size() < most; attempt++) {
            String value = spoilt(one.example(), random);
            boolean taken = isTaken(one, value);
            if ((taken || !refused) && !value.strip().equals(one.example()) && !hasOtherExpression(value)) {
                values.add(value.strip());
            }
            refused |= !taken;
        }
        return values;
    }

    /** Pieces side by side may be an expression of their own, whose value nobody here knows. */
    private static boolean hasOtherExpression(String value) {
        return ONE.matcher(value).replaceAll("").matches("(?s).*\\{\\{.*\\}\\}.*");
    }

    /** What a variable makes of a value: of several slashes in a path one, and of any other text itself. */
    private static String kept(Case one, String value) {
        String rendered = ONE.matcher(value).replaceAll("1");
        return one.form().equals("%s")
                ? read(one.variable(), rendered)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .orElse(rendered)
                : rendered;
    }

    /** Whether a variable keeps what is written; of others a number, an address or the like is made. */
    private static boolean isText(Variable<?> variable, String example) {
        return FORMS.containsKey(variable.name())
                || read(variable, example)
                        .filter(value -> value instanceof String
                                || (value instanceof List<?> list && list.getFirst() instanceof String))
                        .isPresent();
    }

    private static Optional<?> read(Variable<?> variable, String value) {
        try {
            return Optional.of(variable.type().read(new TextValue(value, Position.startOf(Path.of("hosts.yaml")))));
        } catch (UnfitValue _) {
            return Optional.empty();
        }
    }

    private static boolean isTaken(Case one, String value) {
        return !one.form().equals("%s") || read(one.variable(), value).isPresent();
    }

    private static String spoilt(String example, Random random) {
        StringBuilder value = new StringBuilder(random.nextInt(4) == 0 ? "zyx" : example);
        for (int piece = random.nextInt(3); piece >= 0; piece--) {
            int place = random.nextBoolean() ? value.length() : random.nextInt(value.length() + 1);
            value.insert(place, PIECES.get(random.nextInt(PIECES.size())));
        }
        return value.toString();
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Variables.Topic topic : Variables.topics()) {
            for (Variable<?> variable : topic.variables()) {
                if (variable.hasEffect()
                        && !topic.title().equals("Hosts and connections")
                        && !ELSEWHERE.contains(variable.name())) {
                    example(variable)
                            .filter(example -> isText(variable, example))
                            .ifPresent(example -> FORMS.getOrDefault(variable.name(), List.of("%s"))
                                    .forEach(form -> cases.add(new Case(variable, form, example))));
                }
            }
        }
        return cases;
    }

    /** A value of a variable whose values are texts; what is read as a number or a word is written by the program itself. */
    private static Optional<String> example(Variable<?> variable) {
        String known = EXAMPLES.getOrDefault(
                variable.name(), EXAMPLES.getOrDefault(variable.type().description(), ""));
        if (!known.isEmpty()) {
            return Optional.of(known);
        }
        return switch (variable.type().shape()) {
            case Shape.Truth _, Shape.WholeNumber _, Shape.Word _ -> Optional.empty();
            case Shape.Text text -> Optional.of(example(text));
            case Shape.Several several when several.element() instanceof Shape.Text text -> Optional.of(example(text));
            case Shape.Several _ -> Optional.empty();
            case Shape.Texts _, Shape.Anything _ -> Optional.of("xyz.example");
        };
    }

    private static String example(Shape.Text text) {
        return text.examples().isEmpty() ? "xyz" : text.examples().getFirst();
    }

    /** In ASCII only: YAML takes some other characters for line ends. */
    private static String quoted(String value) {
        return new Gson()
                .toJson(value)
                .chars()
                .mapToObj(unit -> unit < 0x7f ? Character.toString(unit) : "\\u%04x".formatted(unit))
                .collect(Collectors.joining());
    }

    private static List<String> registries() {
        return List.of(
                "{docker.io: %s}",
                "{%s: 'https://mirror.example.com'}",
                "[{prefix: %s, mirrors: [{host: 'https://mirror.example.com'}]}]",
                "[{prefix: docker.io, mirrors: [{host: %s}]}]",
                "[{prefix: docker.io, server: %s, mirrors: [{host: 'https://mirror.example.com'}]}]");
    }

    private List<Problem> problems(String variables) throws IOException {
        Path own = Files.createTempDirectory(directory, "read");
        try {
            return new ClusterSpecReader(VersionTable.standard(), _ -> List.of())
                    .read(new ArticleFiles(own).withRack(with(variables)))
                    .errors();
        } catch (InventoryException e) {
            return e.problems();
        }
    }

    /** The switches and a variable, which is none of them then. */
    private static String with(String variable) {
        String name = variable.substring(0, variable.indexOf(':') + 1);
        return SWITCHES.lines()
                        .filter(line -> !line.startsWith(name))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())
                + variable;
    }

    /** What hosts read in all that they get, by what it is; the value is a mark. */
    private Map<String, List<String>> rendered(String variables, String value) throws IOException {
        ArticleRack rack = ArticleRack.of(directory, with(variables));
        Map<String, List<String>> files = new TreeMap<>();
        for (Change change : rack.plan(FactsOf.bareHosts(rack).book()).changes()) {
            int number = 0;
            for (Payload payload : change.difference()
                    .operation()
                    .apply(_ -> Optional.of(FactsOf.AUTHORITY))
                    .payloads()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                payload.writeTo(bytes);
                List<String> read = ReadBack.of(change.id().name(), bytes.toString(StandardCharsets.UTF_8));
                files.put(
                        marked(change.id() + " " + number++, value),
                        read.stream().map(line -> marked(line, value)).sorted().collect(Collectors.toList()));
            }
        }
        return files;
    }

    /** A file's directory is a volume of pods. */
    private static String marked(String text, String value) {
        if (text.contains(value)) {
            return text.replace(value, "<value>");
        }
        int slash = value.lastIndexOf('/');
        String directory = value.startsWith("/") && slash > 0 ? value.substring(0, slash) : "no directory";
        if (text.endsWith(" = " + directory)) {
            return text.substring(0, text.length() - directory.length()) + "<directory>";
        }
        String ended = value.length() > 1 && value.startsWith("/") && value.endsWith("/")
                ? value.substring(0, value.length() - 1)
                : value;
        // A line of a Corefile is read as its words.
        return text.replace(ended, "<value>")
                .replace(String.join(", ", ended.strip().split("\\s+", -1)), "<value>");
    }
}
