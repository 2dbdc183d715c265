package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What hosts are told when they start, and whether they are started again for it. Kubespray leaves that to people. */
public final class BootVariables {
    private static final String FILES = "cmdline.txt of the boot partition, or /boot/boot.txt with U-Boot";

    /** Of {@link #RESTART}: nobody's host is started again. */
    public static final String NEVER = "never";

    /** Of {@link #RESTART}: also when the system itself asks for it. */
    public static final String FOR_UPGRADES = "upgrades";

    /** Of {@link #PAGE_SIZE}: pages of 4 KiB. */
    public static final String SMALL_PAGES = "4k";

    public static final Variable<Boolean> MEMORY = variable("memory_cgroup_enabled", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether the memory cgroup is enabled where it is off, as with the kernels of Raspberry Pis")
            .does("nodes: cgroup_enable=memory in " + FILES + ", and no cgroup_disable=memory there; then a restart")
            .otherwise(true);

    public static final Variable<List<String>> ARGUMENTS = variable(
                    "kernel_arguments",
                    CollectionTypes.listOf(ScalarTypes.matching(
                            "a kernel argument such as psi=1, but not what says how the host starts (root, init) or switches the memory cgroup off",
                            "(?!(?:root|init|rdinit)=|cgroup_disable=(?:.*,)?memory(?:,|$))[A-Za-z0-9][A-Za-z0-9._-]*(?:=[A-Za-z0-9_.,:/@+~^-]*)?",
                            "psi=1")))
            .scope(Scope.HOST)
            .means("arguments that the kernel gets besides those that it has")
            .does("every host: " + FILES + "; then a restart")
            .otherwise(List.of(), "none");

    public static final Variable<String> PAGE_SIZE = variable(
                    "boot_page_size",
                    ChoiceTypes.choice(List.of("firmware", SMALL_PAGES), Function.identity(), Map.of()))
            .scope(Scope.HOST)
            .means(
                    "size of memory pages; the usual kernel of a Raspberry Pi 5 has 16 KiB, with which some images crash")
            .does(
                    "Raspberry Pi 5 with larger pages: kernel=kernel8.img in config.txt of the boot partition; then a restart")
            .otherwise("firmware", "firmware: what the firmware chooses");

    public static final Variable<Boolean> WIDE = variable("arm_64bit", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether a Raspberry Pi has a kernel of 64 bits")
            .does("Raspberry Pis: arm_64bit in config.txt of the boot partition; then a restart")
            .unlessSet("what the firmware chooses");

    public static final Variable<String> RESTART = variable(
                    "restart_hosts",
                    ChoiceTypes.choice(List.of(NEVER, "settings", FOR_UPGRADES), Function.identity(), Map.of()))
            .scope(Scope.HOST)
            .means(
                    "when a host is restarted: never, for settings that are in force only then, or also after upgrades that ask for it")
            .does(
                    "every host: a restart; in a running cluster, control plane, etcd and load balancer hosts one after the other while the others are"
                            + " healthy, and a third of the workers at a time, drained")
            .otherwise("settings");

    public static final List<Variable<?>> ALL = List.of(MEMORY, ARGUMENTS, PAGE_SIZE, WIDE, RESTART);

    private BootVariables() {}
}
