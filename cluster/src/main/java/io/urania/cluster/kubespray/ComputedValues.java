package io.urania.cluster.kubespray;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.TextValue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values that Kubespray computes from hosts, groups and other variables (its roles {@code kubespray_defaults} and
 * {@code network_facts}), as templates. The address of a host that has none in the inventory is undefined here: only DNS could tell.
 */
public final class ComputedValues {
    private static final Map<String, TextValue> ALL = made();

    private ComputedValues() {}

    /** The templates by name. */
    public static Map<String, TextValue> all() {
        return ALL;
    }

    /** Where problems with the default value of a variable are told. */
    public static Position positionOf(String name) {
        return new Position(Path.of("default of " + name), 1, 1);
    }

    private static Map<String, TextValue> made() {
        Map<String, TextValue> values = new LinkedHashMap<>();
        addresses(values);
        services(values);
        etcd(values);
        events(values);
        apiServer(values);
        names(values);
        return Collections.unmodifiableMap(values);
    }

    private static void addresses(Map<String, TextValue> values) {
        put(
                values,
                "fallback_ip",
                "{{ ansible_host if ansible_host is defined and ansible_host | ipaddr"
                        + " else inventory_hostname if inventory_hostname | ipaddr }}");
        put(
                values,
                "fallback_ip6",
                "{{ ansible_host if ansible_host is defined and ansible_host | ipaddr"
                        + " else inventory_hostname if inventory_hostname | ipaddr }}");
        put(
                values,
                "main_ip",
                "{{ (ip if ip is defined else fallback_ip) if ipv4_stack | bool else (ip6 if ip6 is defined else fallback_ip6) }}");
        put(
                values,
                "main_access_ip",
                "{{ (access_ip if access_ip is defined else main_ip) if ipv4_stack | bool"
                        + " else (access_ip6 if access_ip6 is defined else main_ip) }}");
        put(
                values,
                "main_ips",
                "{{ [main_ip, ip6 if ip6 is defined else fallback_ip6] if ipv4_stack | bool and ipv6_stack | bool else [main_ip] }}");
        put(
                values,
                "main_access_ips",
                "{{ [main_access_ip, access_ip6 if access_ip6 is defined else ip6 if ip6 is defined else fallback_ip6] if ipv4_stack | bool and ipv6_stack | bool"
                        + " else [main_access_ip] }}");
    }

    private static void services(Map<String, TextValue> values) {
        put(values, "ipv6_stack", "{{ enable_dual_stack_networks | default(false) }}");
        put(values, "kube_service_subnets", ranges("kube_service_addresses"));
        put(values, "kube_pods_subnets", ranges("kube_pods_subnet"));
        put(values, "kube_apiserver_ip", serviceAddress(1));
        put(values, "skydns_server", serviceAddress(3));
        put(values, "skydns_server_secondary", serviceAddress(4));
        put(values, "dns_domain", "{{ cluster_name }}");
    }

    private static void etcd(Map<String, TextValue> values) {
        put(values, "etcd_hosts", "{{ groups['etcd'] if 'etcd' in groups else groups['kube_control_plane'] }}");
        put(values, "is_etcd_master", "{{ inventory_hostname in etcd_hosts }}");
        put(
                values,
                "etcd_member_name",
                "{% for host in etcd_hosts %}{% if host == inventory_hostname %}etcd{{ loop.index }}{% endif %}{% endfor %}");
        put(values, "etcd_address", "{{ main_ip }}");
        put(values, "etcd_access_address", "{{ main_access_ip }}");
        put(values, "etcd_peer_url", "https://{{ etcd_access_address | ipwrap }}:2380");
        put(values, "etcd_client_url", "https://{{ etcd_access_address | ipwrap }}:2379");
        put(values, "etcd_access_addresses", joined("{{ hostvars[host].etcd_client_url }}"));
        put(
                values,
                "etcd_peer_addresses",
                joined("{{ hostvars[host].etcd_member_name }}={{ hostvars[host].etcd_peer_url }}"));
        put(
                values,
                "etcd_metrics_addresses",
                joined(
                        "https://{{ hostvars[host].etcd_access_address | ipwrap }}:{{ etcd_metrics_port | default(2381) }}"));
    }

    private static void events(Map<String, TextValue> values) {
        put(values, "etcd_events_access_address", "{{ main_access_ip }}");
        put(values, "etcd_events_peer_url", "https://{{ etcd_events_access_address | ipwrap }}:2382");
        put(values, "etcd_events_client_url", "https://{{ etcd_events_access_address | ipwrap }}:2383");
        put(values, "etcd_events_access_addresses", joined("{{ hostvars[host].etcd_events_client_url }}"));
        put(values, "etcd_events_access_addresses_list", "{{ etcd_events_access_addresses.split(',') }}");
        put(values, "etcd_events_access_addresses_semicolon", "{{ etcd_events_access_addresses_list | join(';') }}");
        put(
                values,
                "etcd_events_peer_addresses",
                joined("{{ hostvars[host].etcd_member_name }}-events={{ hostvars[host].etcd_events_peer_url }}"));
    }

    private static void apiServer(Map<String, TextValue> values) {
        put(values, "first_kube_control_plane", "{{ groups['kube_control_plane'] | first }}");
        put(values, "first_kube_control_plane_address", "{{ hostvars[first_kube_control_plane].main_access_ip }}");
        put(values, "first_kube_master", "{{ first_kube_control_plane_address }}");
        put(values, "is_kube_master", "{{ inventory_hostname in groups['kube_control_plane'] }}");
        put(values, "kube_apiserver_count", "{{ groups['kube_control_plane'] | length }}");
        put(values, "kube_apiserver_address", "{{ main_ip }}");
        put(values, "kube_apiserver_access_address", "{{ main_access_ip }}");
        put(values, "loadbalancer_apiserver_localhost", "{{ loadbalancer_apiserver is not defined }}");
        put(values, "loadbalancer_apiserver_port", "{{ kube_apiserver_port }}");
        put(values, "kube_apiserver_global_endpoint", endpoint(""));
        put(
                values,
                "kube_apiserver_endpoint",
                endpoint("{% elif is_kube_master %}https://127.0.0.1:{{ kube_apiserver_port }}"));
    }

    private static void names(Map<String, TextValue> values) {
        put(values, "kube_override_hostname", "{{ inventory_hostname }}");
        put(values, "kubectl", "{{ bin_dir }}/kubectl --kubeconfig {{ kube_config_dir }}/admin.conf");
        put(values, "credentials_dir", "{{ inventory_dir }}/credentials");
        put(values, "artifacts_dir", "{{ inventory_dir }}/artifacts");
        put(values, "kube_image_repo", "registry.k8s.io");
        put(values, "quay_image_repo", "quay.io");
        put(values, "gcr_image_repo", "gcr.io");
        put(values, "docker_image_repo", "docker.io");
        put(values, "github_image_repo", "ghcr.io");
    }

    private static String serviceAddress(int position) {
        return "{{ (kube_service_addresses if ipv4_stack | bool else kube_service_addresses_ipv6) | ipaddr(" + position
                + ") | ipaddr('address') }}";
    }

    private static String ranges(String name) {
        return "{{ %1$s ~ ',' ~ %1$s_ipv6 if ipv4_stack | bool and ipv6_stack | bool else %1$s if ipv4_stack | bool else %1$s_ipv6 }}"
                .formatted(name);
    }

    private static String joined(String perMember) {
        return "{% for host in etcd_hosts %}" + perMember + "{% if not loop.last %},{% endif %}{% endfor %}";
    }

    private static String endpoint(String ofControlPlane) {
        return "{% if loadbalancer_apiserver is defined %}"
                + "https://{{ apiserver_loadbalancer_domain_name | ipwrap }}:{{ loadbalancer_apiserver.port | default(kube_apiserver_port) }}"
                + ofControlPlane
                + "{% elif loadbalancer_apiserver_localhost | bool %}https://localhost:{{ loadbalancer_apiserver_port }}"
                + "{% else %}https://{{ first_kube_control_plane_address | ipwrap }}:{{ kube_apiserver_port }}{% endif %}";
    }

    private static void put(Map<String, TextValue> values, String name, String template) {
        values.put(name, new TextValue(template, positionOf(name)));
    }
}
