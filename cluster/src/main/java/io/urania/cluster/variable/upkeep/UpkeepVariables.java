package io.urania.cluster.variable.upkeep;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The packages and services of hosts, beyond what nodes need. Kubespray leaves that to people. */
public final class UpkeepVariables {

    /** Of {@link #UPGRADE}: nothing is upgraded. */
    public static final String NONE = "none";

    /** Of {@link #UPGRADE}: security updates alone. */
    public static final String SECURITY = "security";

    /** Of {@link #PACKET_FILTER}: whatever the host has. */
    public static final String SYSTEM = "system";

    /** Of {@link #PACKET_FILTER}: the other one where the kernel cannot do the one that is there. */
    public static final String AUTO = "auto";

    public static final Variable<List<String>> PACKAGES = variable(
                    "host_packages",
                    CollectionTypes.listOf(
                            ScalarTypes.matching("the name of a package", "[A-Za-z0-9][A-Za-z0-9+._@-]*", "rsync")))
            .scope(Scope.HOST)
            .means("packages that hosts have besides, as their system names them")
            .does("every host: packages; one that is no longer listed stays")
            .otherwise(List.of(), "none");

    public static final Variable<List<RecipePlace>> RECIPES = variable(
                    "aur_packages", CollectionTypes.listOf(new RecipesType()))
            .scope(Scope.HOST)
            .means(
                    "packages of the Arch User Repository, or other PKGBUILDs that you have read: files beside the inventory, each with its SHA-256")
            .does(
                    "every host, of Arch Linux: built there by makepkg as nobody, in this order, and installed with what they need; plan --diff shows the PKGBUILD. One"
                            + " that is no longer listed stays")
            .otherwise(List.of(), "none");

    public static final Variable<String> UPGRADE = variable(
                    "host_upgrade", ChoiceTypes.choice(List.of(NONE, SECURITY, "full"), Function.identity(), Map.of()))
            .scope(Scope.HOST)
            .means("which packages of hosts are upgraded: none, those with a security update, or all")
            .does(
                    "every host: apt-get update --allow-releaseinfo-change and dist-upgrade, or install --only-upgrade of what comes from a security archive; pacman"
                            + " -Syu, which knows only full. The sources are asked once a day; in a running cluster, control plane, etcd and load balancer hosts"
                            + " go one after the other. See restart_hosts for the restart that an upgrade may ask for")
            .otherwise(NONE);

    public static final Variable<List<String>> SERVICES = variable(
                    "services_off",
                    CollectionTypes.listOf(ScalarTypes.matching(
                            "the name of a service that neither Urania nor the cluster needs, such as bluetooth",
                            "(?!ssh|systemd-(?!networkd)|dbus|containerd|kubelet|etcd|haproxy|urania)[A-Za-z0-9][A-Za-z0-9_.@-]*?(?:\\.service)?",
                            "bluetooth")))
            .scope(Scope.HOST)
            .means("services of the system that do not run")
            .does(
                    "every host: the units are disabled and masked, unless they carry the address by which the host is reached; one that is no longer listed comes"
                            + " back as it was, the last one with []")
            .unlessSet("services are not looked at");

    public static final Variable<String> PACKET_FILTER = variable(
                    "iptables_alternative",
                    ChoiceTypes.choice(List.of(AUTO, "nft", "legacy", SYSTEM), Function.identity(), Map.of()))
            .scope(Scope.HOST)
            .means(
                    "which program is called iptables; auto changes it only where the running kernel cannot do what iptables-legacy needs")
            .does(
                    "nodes with Debian's alternatives: update-alternatives of iptables, ip6tables, arptables and ebtables")
            .otherwise(AUTO);

    public static final List<Variable<?>> ALL = List.of(PACKAGES, RECIPES, UPGRADE, SERVICES, PACKET_FILTER);

    private UpkeepVariables() {}
}
