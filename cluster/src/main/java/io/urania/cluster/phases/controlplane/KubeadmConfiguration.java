package io.urania.cluster.phases.controlplane;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phases.apiserver.ApiServerFiles;
import io.urania.cluster.phases.apiserver.SchedulerFile;
import io.urania.cluster.phases.etcd.EtcdFlags;
import io.urania.cluster.phases.runtime.ContainerRuntime;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.AddressRanges;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.apiserver.ApiServerSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.value.Secret;
import io.urania.engine.plan.RetryPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The configuration of kubeadm init and kubeadm join, in the version of its API that the version table names (Kubernetes
 * reference, "kubeadm Configuration"). Its text holds secrets.
 */
final class KubeadmConfiguration {

    /** Where the kubeconfig with which nodes find the cluster is while they join. */
    static final String DISCOVERY = "/run/urania/discovery.conf";

    private final Deployment deployment;
    private final ClusterSpec spec;
    private final String api;

    KubeadmConfiguration(Deployment deployment) {
        this.deployment = deployment;
        this.spec = deployment.spec();
        this.api = deployment.versions().kubeadmApi();
    }

    /** How long {@code kubeadm init} may take. */
    RetryPolicy initialisationPatience() {
        return initialisationTimeouts().patience();
    }

    /** How long {@code kubeadm join} may take. */
    RetryPolicy joinPatience() {
        return joinTimeouts().patience();
    }

    /** For {@code kubeadm init} on a node. */
    String init(NodeSpec node, Secret certificateKey) {
        Map<String, Object> init = document("InitConfiguration");
        Map<String, Object> token = new LinkedHashMap<>();
        token.put("token", deployment.bootstrapToken().reveal());
        token.put("ttl", "2h0m0s");
        init.put("bootstrapTokens", list(token));
        init.put("nodeRegistration", registration(node));
        init.put("localAPIEndpoint", localEndpoint(node));
        init.put("certificateKey", certificateKey.reveal());
        init.putAll(ManifestPatches.of(spec, node).fields());
        KubeadmTimeouts timeouts = initialisationTimeouts();
        timeouts.addTo(init);
        Map<String, Object> apiServer = apiServer();
        timeouts.addToApiServer(apiServer);
        return YamlText.of(List.of(init, cluster(apiServer), kubelets()));
    }

    /** What a control plane host's own pods are made from, without secrets. */
    String pods(NodeSpec node) {
        Map<String, Object> init = of(node);
        init.putAll(ManifestPatches.of(spec, node).fields());
        return YamlText.of(List.of(init, cluster()));
    }

    /** Which host it is whose pods are made. */
    private Map<String, Object> of(NodeSpec node) {
        Map<String, Object> init = document("InitConfiguration");
        Map<String, Object> registration = new LinkedHashMap<>();
        registration.put("name", node.name());
        registration.put("criSocket", ContainerRuntime.endpoint(spec));
        init.put("nodeRegistration", registration);
        init.put("localAPIEndpoint", localEndpoint(node));
        return init;
    }

    /** What a host's own member of etcd is made from, without secrets: nothing that it does not depend on. */
    String etcdPod(NodeSpec node) {
        Map<String, Object> cluster = document("ClusterConfiguration");
        cluster.put("kubernetesVersion", spec.kubernetes().toString());
        cluster.put("certificatesDir", spec.paths().certificates());
        if (!spec.kubeadm().featureGates().isEmpty()) {
            cluster.put("featureGates", new TreeMap<>(spec.kubeadm().featureGates()));
        }
        cluster.put("etcd", etcd());
        return YamlText.of(List.of(of(node), cluster));
    }

    /** What is common to all control plane hosts, without secrets: for people to read. */
    String clusterText() {
        return YamlText.of(List.of(cluster()));
    }

    /** For {@code kubeadm init phase upload-certs}, which needs nothing of a node. */
    String uploadCertificates(Secret certificateKey) {
        Map<String, Object> init = document("InitConfiguration");
        init.put("certificateKey", certificateKey.reveal());
        return YamlText.of(List.of(init, cluster()));
    }

    /** For {@code kubeadm join} of a worker. */
    String joinWorker(NodeSpec node) {
        return YamlText.of(List.of(join(node)));
    }

    /** For {@code kubeadm join} of a control plane host. */
    String joinControlPlane(NodeSpec node, Secret certificateKey) {
        Map<String, Object> join = join(node);
        Map<String, Object> controlPlane = new LinkedHashMap<>();
        controlPlane.put("localAPIEndpoint", localEndpoint(node));
        controlPlane.put("certificateKey", certificateKey.reveal());
        join.put("controlPlane", controlPlane);
        join.putAll(ManifestPatches.of(spec, node).fields());
        return YamlText.of(List.of(join));
    }

    private Map<String, Object> join(NodeSpec node) {
        Map<String, Object> join = document("JoinConfiguration");
        join.put("caCertPath", spec.paths().certificates() + "/ca.crt");
        join.put("nodeRegistration", registration(node));
        Map<String, Object> discovery = new LinkedHashMap<>();
        discovery.put("file", new LinkedHashMap<>(Map.of("kubeConfigPath", DISCOVERY)));
        discovery.put("tlsBootstrapToken", deployment.bootstrapToken().reveal());
        join.put("discovery", discovery);
        joinTimeouts().addTo(join);
        return join;
    }

    /**
     * What kubeadm keeps in the ConfigMap {@code kubelet-config}: nodes of Urania's have files of their own, but whoever joins by hand, or upgrades with
     * kubeadm, takes it from there.
     */
    private Map<String, Object> kubelets() {
        Map<String, Object> kubelets = new LinkedHashMap<>();
        kubelets.put("apiVersion", "kubelet.config.k8s.io/v1beta1");
        kubelets.put("kind", "KubeletConfiguration");
        kubelets.put(
                "clusterDNS",
                spec.dns().podsAsk().stream().map(Address::toString).toList());
        kubelets.put("clusterDomain", spec.dns().domain());
        return kubelets;
    }

    private Map<String, Object> cluster() {
        return cluster(apiServer());
    }

    private Map<String, Object> cluster(Map<String, Object> apiServer) {
        Map<String, Object> cluster = document("ClusterConfiguration");
        cluster.put("clusterName", spec.name());
        cluster.put("kubernetesVersion", spec.kubernetes().toString());
        cluster.put("imageRepository", deployment.versions().registry());
        cluster.put("certificatesDir", spec.paths().certificates());
        cluster.putAll(spec.kubeadm().certificates());
        if (!spec.kubeadm().featureGates().isEmpty()) {
            cluster.put("featureGates", new TreeMap<>(spec.kubeadm().featureGates()));
        }
        cluster.put("controlPlaneEndpoint", spec.endpoint().endpoint().toString());
        Map<String, Object> networking = new LinkedHashMap<>();
        networking.put("dnsDomain", spec.dns().domain());
        networking.put("serviceSubnet", spec.network().services());
        networking.put("podSubnet", spec.network().pods());
        cluster.put("networking", networking);
        cluster.put("etcd", etcd());
        cluster.put("apiServer", apiServer);
        cluster.put(
                "controllerManager",
                component(
                        KubernetesProgram.CONTROLLER_MANAGER,
                        withNodePrefixes(common(KubernetesProgram.CONTROLLER_MANAGER)),
                        List.of()));
        cluster.put("scheduler", scheduler());
        return cluster;
    }

    private Map<String, Object> scheduler() {
        ExtraArguments arguments = common(KubernetesProgram.SCHEDULER);
        List<Map<String, Object>> volumes = new ArrayList<>();
        new SchedulerFile(spec).file().ifPresent(file -> {
            file.flag().ifPresent(flag -> arguments.with(flag, file.path()));
            volumes.add(file.mount());
        });
        return component(KubernetesProgram.SCHEDULER, arguments, volumes);
    }

    /**
     * With two families, kube-controller-manager refuses the flag that does not name one ({@code cmd/kube-controller-manager/app/core.go}); of IPv6,
     * kubeadm looks at no other ({@code cmd/kubeadm/app/apis/kubeadm/validation/validation.go}, "getClusterNodeMask").
     */
    private ExtraArguments withNodePrefixes(ExtraArguments arguments) {
        NetworkSpec network = spec.network();
        for (AddressRanges ranges : network.ranges()) {
            String family = ranges.isIpv6() ? "-ipv6" : "-ipv4";
            arguments.with(
                    "node-cidr-mask-size" + (network.hasIpv6() ? family : ""), Integer.toString(ranges.nodePrefix()));
        }
        return arguments;
    }

    private ExtraArguments common(KubernetesProgram program) {
        ExtraArguments arguments = new ExtraArguments().with("v", Integer.toString(spec.logLevel()));
        spec.flags().of(program).forEach(arguments::with);
        return arguments;
    }

    private KubeadmTimeouts initialisationTimeouts() {
        return new KubeadmTimeouts(api, spec.kubeadm().initialisation());
    }

    private KubeadmTimeouts joinTimeouts() {
        return new KubeadmTimeouts(api, spec.kubeadm().join());
    }

    private Map<String, Object> etcd() {
        return new LinkedHashMap<>(
                switch (spec.etcd().deployment()) {
                    case HOST -> Map.of("external", externalEtcd());
                    case KUBEADM -> Map.of("local", localEtcd());
                });
    }

    /** The image is the bundle's: kubeadm would name the etcd of its own release. */
    private Map<String, Object> localEtcd() {
        String image = deployment.artifacts().reference(BaseImages.ETCD);
        ExtraArguments arguments = new ExtraArguments();
        EtcdFlags.of(spec).forEach(arguments::with);
        Map<String, Object> local = new LinkedHashMap<>();
        local.put("imageRepository", image.substring(0, image.lastIndexOf('/')));
        local.put("imageTag", image.substring(image.lastIndexOf(':') + 1));
        local.put("dataDir", spec.etcd().main().dataDirectory());
        local.put("extraArgs", arguments.in(api));
        return local;
    }

    private Map<String, Object> externalEtcd() {
        Map<String, Object> external = new LinkedHashMap<>();
        external.put(
                "endpoints",
                spec.etcd().members().stream()
                        .map(member -> member.clientUrl(spec.etcd().main()))
                        .collect(Collectors.toCollection(ArrayList::new)));
        external.put("caFile", EtcdCertificates.CLIENT_AUTHORITY);
        external.put("certFile", EtcdCertificates.CLIENT);
        external.put("keyFile", EtcdCertificates.CLIENT_KEY);
        return external;
    }

    /** A resource's group and name, and the servers for it (Kubernetes reference, "kube-apiserver", {@code --etcd-servers-overrides}). */
    private String eventServers() {
        return spec.etcd().members().stream()
                .map(member -> member.clientUrl(spec.etcd().events()))
                .collect(Collectors.joining(";"));
    }

    private Map<String, Object> apiServer() {
        ApiServerSpec settings = spec.apiServer();
        ExtraArguments arguments = common(KubernetesProgram.API_SERVER)
                .with("event-ttl", settings.eventTtl().toString())
                .with("service-node-port-range", settings.nodePortRange());
        if (spec.etcd().storesEventsApart()) {
            arguments.with("etcd-servers-overrides", "/events#" + eventServers());
        }
        if (settings.podSecurityPolicy()) {
            String plugins = spec.flags()
                    .of(KubernetesProgram.API_SERVER)
                    .getOrDefault("enable-admission-plugins", "NodeRestriction");
            arguments.with("enable-admission-plugins", plugins + ",PodSecurityPolicy");
        }
        if (spec.nodes().stream().allMatch(node -> node.kubelet().hasSignedCertificate())) {
            arguments.with("kubelet-certificate-authority", spec.paths().certificates() + "/ca.crt");
        }
        ApiServerFiles files = new ApiServerFiles(spec);
        files.flags().forEach(arguments::with);
        Map<String, Object> apiServer = component(KubernetesProgram.API_SERVER, arguments, files.volumes());
        apiServer.put("certSANs", new ArrayList<>(certificateNames()));
        return apiServer;
    }

    /** Everything by which somebody may reach an API server. */
    private Set<String> certificateNames() {
        Set<String> names = new LinkedHashSet<>();
        names.add(spec.endpoint().domainName());
        names.add(spec.endpoint().address().toString());
        for (HostSpec balancer : spec.balancers()) {
            names.add(balancer.accessAddress().toString());
            balancer.secondAddress().ifPresent(address -> names.add(address.toString()));
        }
        for (NodeSpec node : spec.controlPlane()) {
            names.add(node.name());
            names.add(node.host().shortName());
            node.host().addresses().forEach(address -> names.add(address.toString()));
        }
        if (spec.handouts().byConnection()) {
            names.add(spec.firstControlPlane().host().target().address());
        }
        names.add("localhost");
        names.add("127.0.0.1");
        names.addAll(spec.apiServer().certificateNames());
        return names;
    }

    private Map<String, Object> registration(NodeSpec node) {
        Map<String, Object> registration = new LinkedHashMap<>();
        registration.put("name", node.name());
        registration.put("criSocket", ContainerRuntime.endpoint(spec));
        if (!node.controlPlane() || node.runsPods()) {
            // An empty list, not none: kubeadm would set the control plane's own taint.
            registration.put("taints", new ArrayList<>());
        }
        ExtraArguments arguments =
                new ExtraArguments().with("node-ip", node.host().nodeAddresses());
        String labels = node.otherLabels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
        if (!labels.isEmpty()) {
            arguments.with("node-labels", labels);
        }
        registration.put("kubeletExtraArgs", arguments.in(api));
        return registration;
    }

    private Map<String, Object> localEndpoint(NodeSpec node) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("advertiseAddress", node.host().address().toString());
        endpoint.put("bindPort", spec.apiServer().port());
        return endpoint;
    }

    private Map<String, Object> component(
            KubernetesProgram program, ExtraArguments arguments, List<Map<String, Object>> volumes) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("extraArgs", arguments.in(api));
        List<Map<String, Object>> all = new ArrayList<>(volumes);
        spec.kubeadm().volumes().getOrDefault(program, List.of()).forEach(volume -> all.add(volume.tree()));
        if (!all.isEmpty()) {
            component.put("extraVolumes", all);
        }
        return component;
    }

    private Map<String, Object> document(String kind) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", api);
        document.put("kind", kind);
        return document;
    }

    private static List<Object> list(Object only) {
        return new ArrayList<>(List.of(only));
    }
}
