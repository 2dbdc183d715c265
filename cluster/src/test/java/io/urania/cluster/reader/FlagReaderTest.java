package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.inventory.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagReaderTest {

    @TempDir
    Path directory;

    @Test
    void nobodyIsServedProfilesUnlessTheInventorySaysSo() {
        for (KubernetesProgram program : KubernetesProgram.values()) {
            assertThat(flags(program, "")).containsExactlyEntriesOf(Map.of("profiling", "false"));
            assertThat(flags(program, "kube_profiling: true")).containsEntry("profiling", "true");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kube_apiserver_request_timeout: 120s                                  | request-timeout=120s",
                "kube_apiserver_pod_eviction_not_ready_timeout_seconds: 60             | default-not-ready-toleration-seconds=60",
                "kube_apiserver_enable_admission_plugins: [LimitRanger, AlwaysPullImages] | enable-admission-plugins=NodeRestriction,LimitRanger",
                "kube_apiserver_enable_admission_plugins: [NodeRestriction, PodSecurity] | enable-admission-plugins=NodeRestriction,PodSecurity",
                "kube_api_runtime_config: [api/beta=true, batch/v2alpha1]              | runtime-config=api/beta=true,batch/v2alpha1",
                "kube_apiserver_bind_address: 0.0.0.0                                  | bind-address=0.0.0.0",
                "tls_min_version: VersionTLS13                                         | tls-min-version=VersionTLS13",
                "tls_min_version: VersionTLS10                                         | tls-min-version=VersionTLS12",
                "tls_cipher_suites: [TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384]   | tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384",
                "kube_kubeadm_apiserver_extra_args: {goaway-chance: '0.001'}           | goaway-chance=0.001",
            })
    void aVariableIsAFlagOfTheApiServer(String line, String flag) {
        SortedMap<String, String> flags = flags(KubernetesProgram.API_SERVER, line);

        assertThat(flags.entrySet()).extracting(Object::toString).contains(flag);
    }

    @Test
    void gatesOfOneProgramWinOverThoseOfAll() {
        String lines = "kube_feature_gates: [AllAlpha=True]\nkube_scheduler_feature_gates: [AllBeta=0]";

        assertThat(flags(KubernetesProgram.SCHEDULER, lines)).containsEntry("feature-gates", "AllBeta=false");
        assertThat(flags(KubernetesProgram.CONTROLLER_MANAGER, lines)).containsEntry("feature-gates", "AllAlpha=true");
        assertThat(spec(lines).nodes())
                .allSatisfy(node ->
                        assertThat(node.kubelet().further()).containsEntry("featureGates", Map.of("AllAlpha", true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kube_kubeadm_apiserver_extra_args: {authorization-mode: AlwaysAllow} | kube_kubeadm_apiserver_extra_args sets authorization-mode",
                "kube_kubeadm_controller_extra_args: {--v: '9'}                       | kube_kubeadm_controller_extra_args has '--v', which is not the name of a flag",
                "kubelet_config_extra_args: {authorization: {mode: AlwaysAllow}}      | kubelet_config_extra_args sets authorization",
            })
    void whatUraniaSetsItselfIsRefusedWithItsLine(String line, String what) {
        List<Problem> errors = new RackFiles(directory).withVariables(line).errors();

        assertThat(errors).extracting(Problem::what).contains(what);
        assertThat(errors.getFirst().position()).isNotNull();
    }

    @Test
    void theKubeletsConfigurationHasWhatTheInventorySays() {
        ClusterSpec spec = spec("""
                kubelet_event_record_qps: 1
                kubelet_streaming_connection_idle_timeout: 5m
                kubelet_max_parallel_image_pulls: 4
                eviction_hard: {memory.available: 200Mi}
                tls_cipher_suites: [TLS_AES_128_GCM_SHA256]
                kubelet_config_extra_args: {memoryThrottlingFactor: 0.8, shutdownGracePeriodByPodPriority: [{priority: 1}]}
                """);

        assertThat(spec.firstControlPlane().kubelet().further())
                .containsEntry("eventRecordQPS", 1)
                .containsEntry("streamingConnectionIdleTimeout", "5m")
                .containsEntry("serializeImagePulls", false)
                .containsEntry("maxParallelImagePulls", 4)
                .containsEntry("evictionHard", Map.of("memory.available", "200Mi"))
                .containsEntry("tlsCipherSuites", List.of("TLS_AES_128_GCM_SHA256"))
                .containsEntry("memoryThrottlingFactor", 0.8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit_policy_custom_rules: '- level: None'",
                "audit_policy_custom_rules: [{level: None}]",
            })
    void rulesOfAnAuditPolicyAreATextOrAList(String line) {
        assertThat(spec("").apiServer().audit()).isEmpty();
        assertThat(spec("kubernetes_audit: true")
                        .apiServer()
                        .audit()
                        .orElseThrow()
                        .rules())
                .isEmpty();
        assertThat(spec("kubernetes_audit: true\n" + line)
                        .apiServer()
                        .audit()
                        .orElseThrow()
                        .rules())
                .contains(List.of(Map.of("level", "None")));
    }

    /** Found by the fuzz test of hostile values: one line end was refused, and several were not. */
    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "a\\nb\\nc", "\\n\\n"})
    void aFlagIsOneLine(String value) {
        String line = "kube_kubeadm_apiserver_extra_args: {goaway-chance: \"" + value + "\"}";

        assertThat(new RackFiles(directory).withVariables(line).errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("control characters in goaway-chance"));
    }

    @Test
    void serversOfEventsAreOnesOwnUnlessEventsHaveAnEtcdOfTheCluster() {
        String line = "kube_kubeadm_apiserver_extra_args: {etcd-servers-overrides: '/events#https://192.0.2.1:2379'}";

        assertThat(flags(KubernetesProgram.API_SERVER, line))
                .containsEntry("etcd-servers-overrides", "/events#https://192.0.2.1:2379");
        assertThat(new RackFiles(directory)
                        .withVariables(line + "\netcd_events_cluster_enabled: true")
                        .errors())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.why()).isEqualTo("Urania sets this flag of kube-apiserver itself"));
    }

    @Test
    void admissionPluginsAreConfigured() {
        ClusterSpec spec = spec("""
                kube_apiserver_enable_admission_plugins: [EventRateLimit]
                kube_apiserver_admission_event_rate_limits: {one: {type: Namespace, qps: 50, burst: 100, cache_size: 2000}}
                kube_pod_security_use_default: true
                kube_pod_security_default_enforce: restricted
                """);

        assertThat(spec.apiServer().admission().configurations()).containsOnlyKeys("EventRateLimit", "PodSecurity");
        assertThat(spec.apiServer().admission().configurations().get("PodSecurity"))
                .containsEntry("apiVersion", "pod-security.admission.config.k8s.io/v1")
                .containsEntry(
                        "defaults",
                        Map.of(
                                "enforce", "restricted",
                                "enforce-version", "v1.36",
                                "audit", "restricted",
                                "audit-version", "v1.36",
                                "warn", "restricted",
                                "warn-version", "v1.36"));
        assertThat(spec.apiServer().admission().configurations().get("EventRateLimit"))
                .containsEntry(
                        "limits", List.of(Map.of("type", "Namespace", "qps", 50, "burst", 100, "cacheSize", 2000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kube_apiserver_enable_admission_plugins: [EventRateLimit]     | has EventRateLimit, and no limits are set",
                "kube_apiserver_enable_admission_plugins: [ImagePolicyWebhook] | has ImagePolicyWebhook",
                "kube_apiserver_admission_event_rate_limits: {one: 5}          | one is not a limit",
                "kube_apiserver_enable_admission_plugins: [PodSecurityPolicy]  | the admission plugin 'PodSecurityPolicy', which Kubernetes v1.36.3 no longer has (until 1.24)",
                "kube_apiserver_disable_admission_plugins: [PodPreset]         | no longer has (until 1.19)",
                "kube_feature_gates: [TTLAfterFinished=true]                   | the feature gate 'TTLAfterFinished', which Kubernetes v1.36.3 no longer has (until 1.24)",
                "kube_feature_gates: [NodeSwap=false]                          | has NodeSwap=false, and Kubernetes v1.36.3 has it locked to true (from 1.34)",
                "kubelet_feature_gates: [TTLAfterFinished=true]                | kubelet_feature_gates has the feature gate 'TTLAfterFinished'",
                "kube_proxy_feature_gates: [TTLAfterFinished=true]             | kube_proxy_feature_gates has the feature gate 'TTLAfterFinished'",
                "kube_kubeadm_scheduler_extra_args: {feature-gates: 'AllAlpha=false,TTLAfterFinished=true'} | kube_kubeadm_scheduler_extra_args has the feature gate 'TTLAfterFinished'",
                "audit_policy_custom_rules: 'level: Metadata'                  | is not a list of rules in YAML",
                "audit_policy_custom_rules: []                                 | has no rules",
                "audit_policy_custom_rules: [Metadata]                         | has a rule 1 that is no mapping",
                "audit_policy_custom_rules: [{verbs: [get]}]                   | has no level in rule 1",
                "audit_policy_custom_rules: [{level: None}, {level: Everything}] | has level 'Everything' in rule 2",
                "audit_policy_custom_rules: [{level: Metadata, verb: [get]}]   | has 'verb' in rule 1, which is no field of a rule",
                "audit_policy_custom_rules: [{level: Metadata, verbs: get}]    | has verbs in rule 1 that is no list",
                "kube_apiserver_authentication_config_jwt: [{issuers: {}}]     | has 'issuers' in issuer 1, which is no field of it",
                "kube_apiserver_authentication_config_jwt: [{issuer: {url: 'http://a.example'}}] | has no issuer.url with https, and without ?, # and @, in issuer 1",
                "kube_apiserver_authentication_config_jwt: [{issuer: {url: 'https://a.example', audiences: a}}] | has no list issuer.audiences in issuer 1",
                "kube_apiserver_authentication_config_jwt: [{issuer: {url: 'https://a.example', audiences: [a]}}] | has neither of claimMappings.username.claim and .expression",
                "kube_apiserver_authentication_config_jwt: [{issuer: {url: 'https://a.example', audiences: [a]}, claimMappings: {username: {claim: sub}}}] | has claimMappings.username.claim without prefix",
                "kubeadm_patches: [{target: kubelet, patch: {}}]               | has the target 'kubelet'",
                "kubeadm_patches: [{target: etcd, patch: {}}]                  | has the target etcd",
                "kubeadm_patches: [{target: kube-scheduler, type: replace, patch: {}}] | has a patch of type 'replace'",
                "kubeadm_patches: [{target: kube-scheduler, type: json, patch: {}}] | has a patch of kube-scheduler that does not fit its type",
                "kubeadm_patches: {enabled: true, source_dir: patches}         | names a directory of patches",
                "kubeadm_patches: {target: kube-scheduler, patch: {}}          | is a mapping",
                "kubeadm_patches: [{target: kube-scheduler, suffix: a, patch: {}}] | has a patch with the key 'suffix'",
                "kubeadm_patches: [{target: kube-scheduler, type: json, patch: [{op: remov, path: /a}]}] | an operation that is none",
                "kubeadm_patches: [{target: kube-scheduler, type: json, patch: [{op: remove, path: a}]}] | with the path 'a'",
                "audit_policy_custom_rules: [{level: None, resources: [{group: apps/v1}]}] | has the group 'apps/v1' in rule 1",
                "audit_policy_custom_rules: [{level: None, resources: [{group: '', resources: pods}]}] | has resources in resources of rule 1 that is no list",
                "audit_policy_custom_rules: [{level: None, resources: [{grup: ''}]}] | has 'grup' in resources of rule 1",
                "audit_policy_custom_rules: [{level: None, resources: [{group: '', resourceNames: [a]}]}] | has resourceNames without resources",
                "audit_policy_custom_rules: [{level: None, nonResourceURLs: [healthz]}] | has the URL 'healthz' in rule 1",
                "audit_policy_custom_rules: [{level: None, nonResourceURLs: [/x], namespaces: [a]}] | has nonResourceURLs together with",
                "audit_policy_custom_rules: [{level: None, omitStages: [Foo]}] | has the stage 'Foo' in rule 1",
                "audit_policy_custom_rules: [{level: None, userGroups: [1]}]   | has 1 in userGroups of rule 1",
                "audit_policy_custom_rules: [{level: None, omitManagedFields: 'true'}] | has omitManagedFields in rule 1",
                "kube_apiserver_authentication_config_jwt: [{issuer: {url: 'https://a.example', audiences: [a, b]}}] | has several audiences in issuer 1",
                "kube_apiserver_authentication_config_jwt: [{issuer: {url: 'https://a.example?b', audiences: [a]}}] | has no issuer.url with https",
                "kube_apiserver_authentication_config_jwt: [{issuer: {url: 'https://a.example', audiences: [a]}, claimMappings: {groups: {claim: g}}}] | has claimMappings.groups.claim without prefix",
                "kube_apiserver_disable_admission_plugins: [ServiceAccount]    | has ServiceAccount",
                "kube_apiserver_enable_admission_plugins: [AlwaysDeny]         | has AlwaysDeny",
                "authorization_modes: [RBAC]                                   | authorization_modes lacks Node",
                "tls_cipher_suites: [TLS_FOO]                                  | tls_cipher_suites is 'TLS_FOO'",
                "kubelet_config_extra_args: {featureGates: {TTLAfterFinished: true}} | kubelet_config_extra_args has the feature gate 'TTLAfterFinished'",
            })
    void whatWouldStopTheApiServerIsRefused(String line, String what) {
        assertThat(new RackFiles(directory).withVariables(line).errors())
                .extracting(Problem::what)
                .singleElement()
                .asString()
                .contains(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kube_feature_gates: [AllAlhpa=true]                       | unknown feature gate 'AllAlhpa' | did you mean 'AllAlpha'?",
                "kube_feature_gates: [Nonsense=true]                       | unknown feature gate 'Nonsense' | documentation of Kubernetes v1.36.3",
                "kube_apiserver_enable_admission_plugins: [PodSecurty]     | unknown admission plugin 'PodSecurty' | did you mean 'PodSecurity'?",
                "kube_pods_subnet: 10.233.64.1/18                          | the network is 10.233.64.0/18 | write kube_pods_subnet: 10.233.64.0/18",
                "kube_service_addresses: 10.233.0.1/18                     | the network is 10.233.0.0/18 | write kube_service_addresses: 10.233.0.0/18",
            })
    void whatMayBeMistypedIsTold(String line, String what, String remedy) {
        ClusterReading reading = new RackFiles(directory).withVariables(line);

        assertThat(reading.spec()).isPresent();
        assertThat(reading.warnings()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains(what);
            assertThat(problem.remedy()).contains(remedy);
            assertThat(problem.position()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kube_feature_gates: [NodeSwap=maybe, AllAlpha]               | 2",
                "tls_cipher_suites: [TLS_A, TLS_AES_128_GCM_SHA256, TLS_B]    | 2",
                "audit_policy_custom_rules: [{level: A}, {level: None}, {verbs: [get]}] | 2",
                "kubeadm_patches: [{target: a, patch: {}}, {target: etcd, patch: {}}] | 2",
                "kube_apiserver_authentication_config_jwt: [{a: 1}, {b: 1}, {issuer: {}}] | 3",
            })
    void allThatIsWrongWithAValueIsToldAtOnce(String line, int problems) {
        assertThat(new RackFiles(directory).withVariables(line).errors()).hasSize(problems);
    }

    /** The second of two lines is only wrong because the first one is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kube_apiserver_enable_admission_plugins: [EventRateLimit]\nkube_apiserver_admission_event_rate_limits: {one: {tpe: Server}}",
                "ipv6_stack: true\nipv4_stack: flase",
                "ipv4_stack: false\nipv6_stack: treu",
            })
    void whatFollowsFromAnErrorIsNotTold(String lines) {
        assertThat(new RackFiles(directory).withVariables(lines).errors()).hasSize(1);
    }

    @Test
    void parametersOfTheKernelAreThoseOfTheInventoryAndOfAKubeletThatInsists() {
        assertThat(spec("additional_sysctl: [{name: kernel.pid_max, value: 131072}]")
                        .firstControlPlane()
                        .sysctls())
                .containsExactlyEntriesOf(Map.of("kernel.pid_max", "131072"));
        assertThat(spec("kubelet_protect_kernel_defaults: true")
                        .firstControlPlane()
                        .sysctls())
                .containsEntry("kernel.panic", "10")
                .hasSize(6);
    }

    private SortedMap<String, String> flags(KubernetesProgram program, String lines) {
        return spec(lines).flags().of(program);
    }

    private ClusterSpec spec(String lines) {
        return new RackFiles(directory).withVariables(lines).spec().orElseThrow();
    }
}
