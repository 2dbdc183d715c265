package io.urania.inventory.evaluation;

import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of Ansible's facts: what its {@code setup} module finds out about a host before a playbook's first task. */
final class Facts {
    private static final Pattern NAME = Pattern.compile("ansible_(?:facts|local|"
            // Addresses and names; interfaces have their own names behind ansible_.
            + "default_ipv[46]|all_ipv[46]_addresses|interfaces|hostname|fqdn|nodename|domain|dns|"
            + "lo|(?:br|en|eth|wl|ww|ib|bond|team|vlan|veth|docker|cni|flannel|cali|tun|tap|wg|virbr|dummy|usb)[a-z_]*[0-9][a-z0-9_]*|"
            // The system.
            + "distribution|distribution_(?:version|release|major_version|minor_version|file_.*)|os_family|lsb|system|system_vendor|kernel|"
            + "kernel_version|architecture|userspace_(?:architecture|bits)|machine|machine_id|pkg_mgr|service_mgr|selinux|"
            + "selinux_python_present|apparmor|fips|is_chroot|env|date_time|uptime_seconds|loadavg|cmdline|proc_cmdline|python|"
            + "python_version|system_capabilities(?:_enforced)?|user_(?:id|uid|gid|gecos|dir|shell)|(?:real|effective)_(?:user|group)_id|"
            + "ssh_host_key_.*_public(?:_keytype)?|"
            // The machine.
            + "processor|processor_.*|mem(?:total|free)_mb|memory_mb|swap(?:total|free)_mb|devices|device_links|mounts|lvm|form_factor|"
            + "product_.*|bios_.*|board_.*|chassis_.*|virtualization_.*|iscsi_iqn|hostnqn|fibre_channel_wwn)");

    private Facts() {}

    /** What is said where such a name has no value; empty for other names. */
    static Optional<Problem> problem(Position position, String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(Problem.error(
                        position,
                        "'" + name + "' is a fact of Ansible and has no value",
                        "Ansible gathers facts from hosts; Urania reads the inventory before it connects to any host",
                        "write the value itself, for a single host in its host_vars, or add | default(…)"))
                : Optional.empty();
    }
}
